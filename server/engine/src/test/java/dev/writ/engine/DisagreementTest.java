package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.Authentication;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.HttpMethodOverrideFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where JAX-RS and the contract read a request in different ways, nothing is served that was not judged. */
class DisagreementTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: D, version: '1'}
            paths:
              /x/{b}:
                get:
                  operationId: open
                  parameters: [{name: b, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {$ref: '#/components/responses/Text'}}
              /{a}/averylongliteral:
                get:
                  operationId: guarded
                  security: [{Basic: []}]
                  parameters: [{name: a, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {$ref: '#/components/responses/Text'}}
              /sub/{id}:
                get:
                  operationId: sub
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {$ref: '#/components/responses/Text'}}
              /deep/{id}/end:
                get:
                  operationId: deep
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {$ref: '#/components/responses/Text'}}
              /later/stage:
                get: {operationId: stage, responses: {'200': {$ref: '#/components/responses/Text'}}}
              /later/suspended:
                get: {operationId: suspended, responses: {'200': {$ref: '#/components/responses/Text'}}}
              /own:
                head: {operationId: ownHead, security: [{Basic: []}], responses: {'204': {description: none}}}
                get: {operationId: own, responses: {'200': {$ref: '#/components/responses/Text'}}}
            components:
              securitySchemes: {Basic: {type: http, scheme: basic}}
              responses:
                Text: {description: t, content: {application/json: {schema: {type: string}}}}
            """;

    private static HttpServer server;
    private static RawClient client;

    /** Everything that it does is outside of the contract's own way of matching. */
    @Path("/")
    public static final class Resources {
        @GET
        @Path("x/{b: .+}")
        public Response open(@PathParam("b") String b) {
            return json("open " + b);
        }

        @GET
        @Path("{a}/averylongliteral")
        public Response guarded() {
            return json("guarded");
        }

        @POST
        @Path("x/{b}")
        public Response unjudged() {
            return json("unjudged");
        }

        @Path("sub")
        public Sub sub() {
            return new Sub();
        }

        @GET
        @Path("deep/{id: .+}")
        public Response greedy(@PathParam("id") String id) {
            return json("greedy " + id);
        }

        @GET
        @Path("deep/{id}/end")
        public Response deep(@PathParam("id") String id) {
            return json("deep " + id);
        }

        @GET
        @Path("later/stage")
        public CompletionStage<Response> stage() {
            return CompletableFuture.supplyAsync(() -> json("staged"));
        }

        @GET
        @Path("later/suspended")
        public void suspended(@Suspended AsyncResponse response) {
            new Thread(() -> response.resume(
                            Response.ok(7).type("application/json").build()))
                    .start();
        }

        @GET
        @Path("own")
        public Response own() {
            return json("own");
        }

        @HEAD
        @Path("own")
        public Response ownHead() {
            return Response.noContent().build();
        }

        @GET
        @Path("free/{rest: .+}")
        public Response free(@PathParam("rest") String rest) {
            return json("free " + rest);
        }
    }

    public static final class Sub {
        @GET
        @Path("{id}")
        public Response get(@PathParam("id") String id) {
            return json("sub " + id);
        }

        @GET
        @Path("{id}/more")
        public Response more(@PathParam("id") String id) {
            return json("more " + id);
        }
    }

    /** Comes after every other, ours too. */
    @PreMatching
    private static final class Rewriting implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {
            String to = context.getHeaderString("X-Rewrite");
            if (to != null) {
                context.setRequestUri(context.getUriInfo().getBaseUri().resolve(to));
            }
            String method = context.getHeaderString("X-Late-Method");
            if (method != null) {
                context.setMethod(method);
            }
        }
    }

    private static Response json(String text) {
        return Response.ok('"' + text + '"').type("application/json").build();
    }

    @BeforeAll
    static void start() throws IOException {
        ResourceConfig application = new ResourceConfig(Resources.class)
                .register(ContractFeature.of(ContractReader.parse("d.yaml", CONTRACT))
                        .authenticator("Basic", (shown, address) -> new Authentication.Refused())
                        .responseChecks(ResponseChecks.ENFORCE))
                .register(HttpMethodOverrideFilter.class)
                .register(new Rewriting(), Integer.MAX_VALUE);
        server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application, false);
        server.start();
        client = new RawClient(server.getListeners().iterator().next().getPort());
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /x/abc, X: y, 200, open abc",
        "GET /x/a%2Fb, X: y, 200, open a/b",
        "GET /sub/1, X: y, 200, sub 1",
        "GET /free/a/b, X: y, 200, free a/b",
        "GET /own, X: y, 200, own",
        "POST /own, X-HTTP-Method-Override: GET, 200, own",
        "GET /deep/1/end, X: y, 200, deep 1",
        "GET /later/stage, X: y, 200, staged",
        // An integer is no string: what comes later is checked too.
        "GET /later/suspended, X: y, 500, urn:uuid",
        // JAX-RS counts literal characters and would run what needs credentials.
        "GET /x/averylongliteral, X: y, 500, urn:uuid",
        "GET /y/averylongliteral, X: y, 401, Unauthorized",
        "POST /x/abc, X: y, 405, Method Not Allowed",
        "POST /x/abc, X-HTTP-Method-Override: DELETE, 405, Method Not Allowed",
        // Slashes at the end, twice, within a variable.
        "GET /x/abc/, X: y, 404, The contract has no path",
        "GET /x//abc, X: y, 404, The contract has no path",
        "GET /x/abc/def, X: y, 404, The contract has no path",
        "GET //x/abc, X: y, 404, Not Found",
        "GET /y/averylongliteral/, X: y, 404, The contract has no path",
        "GET /sub/1/, X: y, 404, The contract has no path",
        // Matrix parameters.
        "GET /x/abc;m=1, X: y, 400, matrix",
        "GET /sub/1;m=1, X: y, 400, matrix",
        "GET /x;m=1/abc, X: y, 404, The contract has no path",
        "GET /y;m=1/averylongliteral, X: y, 401, Unauthorized",
        "GET /y/averylongliteral;m=1, X: y, 404, The contract has no path",
        // Filters that come later.
        "GET /x/abc, X-Rewrite: /y/averylongliteral, 500, urn:uuid",
        "GET /x/abc, X-Rewrite: /x/other, 500, urn:uuid",
        "GET /free/abc, X-Rewrite: /y/averylongliteral, 404, The contract has no path",
        "GET /x/abc, X-Late-Method: POST, 500, urn:uuid",
        "HEAD /own, X-Late-Method: GET, 401, ''",
    })
    void nothing_is_served_that_was_not_judged(String start, String field, int status, String content)
            throws IOException {
        String answer = client.send(start, "Host: localhost", "Content-Length: 0", field);
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains(content);
    }
}
