package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application that dispatches by itself reads of the content that was checked, with a reader of its own. */
class ContractFeatureContentTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: A, version: '1'}
            paths:
              /pets:
                post:
                  operationId: createPet
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name]
                          properties: {name: {type: string}, age: {type: integer}, id: {type: integer, readOnly: true}}
                  responses: {'200': {description: p, content: {text/plain: {schema: {type: string}}}}}
            """;

    record Pet(String name, Integer age) {}

    @Path("/")
    public static final class Resources {
        @POST
        @Path("pets")
        public Response createPet(Pet pet) {
            return Response.ok(pet.toString()).type("text/plain").build();
        }
    }

    /** As that of Jackson's own module for JAX-RS. */
    static final class PetReader implements MessageBodyReader<Pet> {
        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return type == Pet.class;
        }

        @Override
        public Pet readFrom(
                Class<Pet> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream content)
                throws IOException {
            return new ObjectMapper().readValue(content, Pet.class);
        }
    }

    static final class Talkative implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException thrown) {
            return Response.status(400)
                    .type("text/plain")
                    .entity(thrown.getMessage())
                    .build();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"abc\",\"age\":3} | 200 | Pet[name=abc, age=3]",
                "{\"name\":\"abc\",\"id\":5} | 200 | Pet[name=abc, age=null]",
                "{\"name\":\"abc\",\"age\":99999999999} | 400 | \"pointer\":\"/age\",\"keyword\":\"type\"",
                "{\"name\":\"abc\",\"extra\":5} | 400 | \"pointer\":\"/extra\",\"keyword\":\"type\"",
            })
    void content_arrives_as_it_was_checked_or_is_refused_by_the_engine(String body, int status, String expected)
            throws Exception {
        ApplicationHandler application =
                new ApplicationHandler(new ResourceConfig(Resources.class, PetReader.class, Talkative.class)
                        .register(ContractFeature.of(ContractReader.parse("a.yaml", CONTRACT))
                                .settings(Settings.DEFAULT
                                        .withMaxBodySize(Integer.MAX_VALUE)
                                        .withResponseChecks(ResponseChecks.ENFORCE))));
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost/pets"),
                "POST",
                null,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.header("Content-Type", "application/json");
        request.header("Content-Length", bytes.length);
        request.setEntityStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream client = new ByteArrayOutputStream();

        ContainerResponse response = application.apply(request, client).get(20, TimeUnit.SECONDS);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(client.toString(StandardCharsets.UTF_8)).contains(expected).doesNotContain("ContractFeature");
    }

    /** With a decoder of the application's own too, which must find nothing to do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | {\"name\":\"abc\",\"age\":3} | Pet[name=abc, age=3]",
                "gzip, deflate | {\"name\":\"abc\"} | Pet[name=abc, age=null]",
                "gzip | {\"name\":\"abc\",\"id\":5} | Pet[name=abc, age=null]",
            })
    void content_that_was_coded_is_read_as_it_was_before(String codings, String body, String expected)
            throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (ContentCoding coding : ContentCoding.list(codings).orElseThrow()) {
            bytes = coding.encode(bytes);
        }
        ApplicationHandler application =
                new ApplicationHandler(new ResourceConfig(Resources.class, PetReader.class, GZipEncoder.class)
                        .register(ContractFeature.of(ContractReader.parse("a.yaml", CONTRACT))));
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost/pets"),
                "POST",
                null,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        request.header("Content-Type", "application/json");
        request.header("Content-Length", bytes.length);
        request.header("Content-Encoding", codings);
        request.setEntityStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream client = new ByteArrayOutputStream();

        ContainerResponse response = application.apply(request, client).get(20, TimeUnit.SECONDS);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
