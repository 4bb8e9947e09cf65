package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.FileContent;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse.Payload;
import dev.writ.engine.PetsApi.Answer;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.jersey.JerseyApplication;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.stream.PieceStream;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that a resource answers goes past Jersey as it is. */
class DownloadResourceTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /file:
                get:
                  operationId: download
                  responses:
                    '200': {description: all, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
                    '206': {description: some, content: {application/octet-stream: {}}}
            """;
    private static final int SIZE = 300_000;

    @Path("/")
    interface Api {
        @GET
        @Path("/file")
        @OperationId("download")
        Answer download();
    }

    record Folder(java.nio.file.Path path) {}

    static final class Resource implements Api {
        private final Folder folder;

        @Inject
        Resource(Folder folder) {
            this.folder = folder;
        }

        @Override
        public Answer download() {
            return new Answer(
                    200, Payload.of(FileContent.of(folder.path().resolve("a.bin")), "application/octet-stream"));
        }
    }

    @Test
    void with_its_length_and_its_parts(@TempDir java.nio.file.Path folder) throws Exception {
        byte[] bytes = new byte[SIZE];
        bytes[SIZE - 1] = 9;
        Files.write(folder.resolve("a.bin"), bytes);
        Contract contract = ContractReader.parse("t.yaml", CONTRACT);
        AbstractBinder binder = new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new Folder(folder)).to(Folder.class);
            }
        };
        try (JerseyApplication application =
                new JerseyApplication(contract, List.of(Resource.class), List.of(binder))) {
            EngineBuilder builder = new EngineBuilder(contract);
            application.connect(builder);
            Engine engine = builder.build();

            Response whole = engine.handle(request(Headers.none()));
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.headers().all("Content-Length")).containsExactly(Integer.toString(SIZE));
            assertThat(whole.headers().first("Last-Modified")).isPresent();
            try (InputStream stream = new PieceStream(whole.content().pieces().orElseThrow())) {
                assertThat(stream.readAllBytes()).isEqualTo(bytes);
            }

            Response part = engine.handle(request(Headers.of("Range", "bytes=-2")));
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.content().bytes()).containsExactly(0, 9);
        }
    }

    private static Request request(Headers headers) {
        return new Request(
                "id",
                "127.0.0.1",
                "GET",
                URI.create("http://localhost/"),
                "/file",
                Optional.empty(),
                headers,
                BodySource.of(new byte[0]));
    }
}
