package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.validate.form.UploadLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine on a document, with one handler for all operations that notes what it is called with. */
final class Subject {
    static final int MAX_BODY = 4 * 1024 * 1024;

    private final Engine engine;
    private Optional<Call> called = Optional.empty();
    private Optional<JsonNode> body = Optional.empty();
    private final List<JsonNode> items = new ArrayList<>();
    private Response answer = Response.of(204);

    Subject(Path document, Set<String> scopes) {
        Contract contract = ContractReader.read(document.toString());
        EngineBuilder builder = new EngineBuilder(contract)
                .settings(Settings.DEFAULT
                        .withResponseChecks(ResponseChecks.ENFORCE)
                        .withMaxBodySize(MAX_BODY)
                        .withUploads(UploadLimits.DEFAULT.withSize(MAX_BODY)));
        for (Operation operation : contract.operations()) {
            builder.on(operation.operationId(), call -> {
                called = Optional.of(call);
                items.clear();
                call.arguments().items().ifPresent(received -> received.forEachRemaining(items::add));
                body = call.arguments().body().map(ReceivedFile::taken);
                return answer;
            });
        }
        Principal principal = new Principal("ann", scopes);
        contract.securitySchemes()
                .keySet()
                .forEach(
                        name -> builder.authenticator(name, (shown, client) -> new Authentication.Accepted(principal)));
        engine = builder.build();
    }

    /** What the handler answers from now on. */
    void answerWith(Response response) {
        answer = response;
    }

    Response send(Draft draft) {
        called = Optional.empty();
        body = Optional.empty();
        return engine.handle(draft.request());
    }

    /** What the handler was called with by the last request; empty if it was not. */
    Optional<Call> called() {
        return called;
    }

    /** The items that it was sent, if the body was a sequence of them. */
    List<JsonNode> items() {
        return items;
    }

    /** The body that it was called with; its files are {@link ReceivedFile}, for they are gone after the answer. */
    Optional<JsonNode> body() {
        return body;
    }
}
