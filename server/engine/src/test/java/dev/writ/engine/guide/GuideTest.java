package dev.writ.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.RequestContext;
import dev.writ.engine.PlainPets;
import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.Handlers;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.http.Content;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractLoader;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.ErrorRenderer;
import dev.writ.engine.spi.ErrorRenderer.Rendered;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.spi.ProblemMapping;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.validate.UnknownQueryParameters;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.hk2.utilities.Binder;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** Runs every example of the guide and of the Javadoc. {@link GuideTextTest} sees to it that those are these. */
class GuideTest {
    private static final Authenticator PASSWORDS = (shown, client) -> shown.fold(
            basic -> basic.password().equals("thorn")
                    ? new Authentication.Accepted(new Principal(basic.username()))
                    : new Authentication.Refused(),
            token -> new Authentication.Refused());

    record Pet(String name) {}

    /** What an application has. */
    private static final class Pets {
        Pet get(long id) {
            return new Pet("Rex " + id);
        }

        boolean has(long id) {
            return id < 10;
        }

        long add(Pet pet) {
            return pet.name().length();
        }
    }

    private final Pets pets = new Pets();

    @Test
    void handlers_answer() {
        // snippet: handlers
        Writ service = Writ.contract("pets.yaml")
                .on(
                        "listPets",
                        request -> Map.of("limit", request.query("limit").asInt()))
                .on("getPet", request -> {
                    long id = request.path("petId").asLong();
                    return pets.has(id) ? pets.get(id) : OperationResponse.problem(404, "There is no pet " + id + ".");
                })
                .on("createPet", request -> {
                    Pet pet = request.body(Pet.class);
                    return OperationResponse.json(201, pet).with("Location", "/pets/" + pets.add(pet));
                })
                .on("newestPet", OperationHandler.nonBlocking(request -> OperationResponse.of(204)))
                .authenticator("Basic", PASSWORDS);
        // end
        try (TestClient client = service.testClient()) {
            assertThat(client.get("/pets").send().json().get("limit").asInt()).isEqualTo(5);
            assertThat(client.get("/pets/1").send().as(Pet.class)).isEqualTo(new Pet("Rex 1"));
            assertThat(client.get("/pets/11").send().status()).isEqualTo(404);
            assertThat(client.get("/pets/newest").send().status()).isEqualTo(204);
            assertThat(client.post("/pets")
                            .basic("rose", "thorn")
                            .json(new Pet("Rex"))
                            .send()
                            .header("Location"))
                    .contains("/pets/3");
        }
    }

    @Test
    void one_handler_answers_alone() {
        Writ service =
                // snippet: javadoc
                Writ.contract("pets.yaml")
                        .on("getPet", request -> pets.get(request.path("petId").asLong()))
                        // end
                        .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                        .authenticator("Basic", PASSWORDS);
        try (TestClient client = service.testClient()) {
            assertThat(client.get("/pets/1").send().status()).isEqualTo(200);
        }
    }

    @Test
    void an_engine_needs_no_server() {
        // snippet: engine
        Contract contract = new ContractLoader().strict().read("greetings.yaml");
        Engine engine = new EngineBuilder(contract)
                .on("greet", Handlers.of(request -> Map.of("text", "Hello")))
                .build();
        // end
        assertThat(TestClient.of(engine).get("/greetings/x").send().text()).contains("Hello");
    }

    @Test
    void options_are_chosen() throws Exception {
        // snippet: options
        WritServer server = Greetings.service()
                .unknownQueryParameters(UnknownQueryParameters.REFUSE)
                .responseChecks(ResponseChecks.ENFORCE)
                .maxBodySize(64 * 1024)
                .listen("127.0.0.1", 0)
                .start();
        // end
        try (server) {
            URI target = server.uri().resolve("/greetings/Rose?time=2");
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(target).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void contracts_stand_beside_one_another() {
        Writ pets = Writ.contract("pets.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .authenticator("Basic", PASSWORDS);
        // snippet: several
        Writ both = Greetings.service().and(pets);
        // end
        try (TestClient client = both.testClient()) {
            assertThat(client.get("/greetings/x").send().status()).isEqualTo(200);
            assertThat(client.get("/pets").send().status()).isEqualTo(501);
        }
    }

    @Test
    void a_contract_stands_before_plain_resources() throws Exception {
        Contract contract = ContractReader.read("pets.yaml");
        ResourceConfig application = plain(contract);
        ApplicationHandler handler = new ApplicationHandler(application);
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost/pets/0"),
                "GET",
                null,
                new org.glassfish.jersey.internal.MapPropertiesDelegate(),
                handler.getConfiguration());
        assertThat(handler.apply(request).get().getStatus()).isEqualTo(400);
    }

    private static ResourceConfig plain(Contract contract) {
        // snippet: jersey
        ResourceConfig application = new ResourceConfig(PlainPets.class)
                .register(ContractFeature.of(contract)
                        .authenticator("Basic", PASSWORDS)
                        .responseChecks(ResponseChecks.ENFORCE));
        // end
        return application;
    }

    @Test
    void errors_are_told_as_the_application_likes() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        // snippet: errors
        Binder errors = new AbstractBinder() {
            @Override
            protected void configure() {
                bind(ProblemMapping.of(NoSuchElementException.class, e -> Problem.ofStatus(404)))
                        .to(ProblemMapping.class);

                ErrorRenderer plain = (problem, operation, accept) -> {
                    String text = problem.status() + " " + problem.title();
                    return new Rendered("text/plain", Content.of(text.getBytes(StandardCharsets.UTF_8)));
                };
                bind(plain).to(ErrorRenderer.class);

                OperationListener metrics = answered ->
                        counts.merge(answered.operation().operationId() + " " + answered.status(), 1, Integer::sum);
                bind(metrics).to(OperationListener.class);
            }
        };
        Writ service = Writ.contract("greetings.yaml")
                .on("greet", request -> {
                    throw new NoSuchElementException();
                })
                .bind(errors);
        // end
        try (TestClient client = service.testClient()) {
            assertThat(client.get("/greetings/Rose").send().text()).isEqualTo("404 Not Found");
        }
        assertThat(counts).containsExactly(Map.entry("greet 404", 1));
    }

    // snippet: context
    static final class Audit {
        private final RequestContext context;

        @Inject
        Audit(RequestContext context) {
            this.context = context;
        }

        String line() {
            return context.requestId() + " " + context.operationId() + " " + context.pathTemplate();
        }
    }
    // end

    @Test
    void a_context_tells_of_the_request() {
        RequestContext context = new RequestContext() {
            @Override
            public String operationId() {
                return "getPet";
            }

            @Override
            public String pathTemplate() {
                return "/pets/{petId}";
            }

            @Override
            public String requestId() {
                return "1";
            }

            @Override
            public java.util.Optional<java.security.Principal> principal() {
                return java.util.Optional.empty();
            }
        };
        assertThat(new Audit(context).line()).isEqualTo("1 getPet /pets/{petId}");
    }
}
