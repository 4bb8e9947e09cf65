package dev.writ.benchmark;

import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Settings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import java.net.URI;
import java.util.Optional;

/** Engines for documents that nobody has implemented. */
final class Documents {
    private Documents() {}

    /** Lets everybody in and answers 501. */
    static Engine engine(Contract contract) {
        EngineBuilder builder =
                new EngineBuilder(contract).settings(Settings.DEFAULT.withUnimplemented(Unimplemented.NOT_IMPLEMENTED));
        contract.securitySchemes()
                .keySet()
                .forEach(scheme -> builder.authenticator(
                        scheme, (credentials, client) -> new Authentication.Accepted(new Principal("anybody"))));
        return builder.build();
    }

    /** What an operation is asked for, without credentials or content: enough to pass through the engine. */
    static Response ask(Engine engine, Operation operation) {
        return engine.handle(
                get(operation.basePaths().get(0) + operation.path().text().replaceAll("[{}]", "")));
    }

    static Request get(String path) {
        return new Request(
                "00000000-0000-0000-0000-000000000000",
                "127.0.0.1",
                "GET",
                URI.create("http://localhost/"),
                path,
                Optional.empty(),
                Headers.none(),
                BodySource.of(new byte[0]));
    }
}
