package dev.writ.engine.core;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SourceLocation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A contract with one operation, {@code POST /x} called {@code op}, of media types alone. */
final class Declared {
    private static final Document DOCUMENT = new Document(
            URI.create("test:/"),
            "test",
            "",
            MissingNode.getInstance(),
            pointer -> new SourceLocation("test", 1, 1, pointer));
    private static final Place HERE = new Place(DOCUMENT, "");

    private final List<ResponseDeclaration> responses = new ArrayList<>();
    private Optional<RequestBody> body = Optional.empty();

    Declared takes(String... types) {
        body = Optional.of(new RequestBody(false, content(types), HERE));
        return this;
    }

    Declared answers(String status, String... types) {
        responses.add(new ResponseDeclaration(status, List.of(), content(types), HERE));
        return this;
    }

    private static List<MediaTypeObject> content(String... types) {
        return List.of(types).stream()
                .map(type -> new MediaTypeObject(type, Optional.empty(), HERE))
                .toList();
    }

    Contract contract() {
        Operation operation = new Operation(
                "op",
                "POST",
                List.of(""),
                PathTemplate.parse("/x"),
                List.of(),
                body,
                List.copyOf(responses),
                List.of(new SecurityRequirement(List.of())),
                HERE);
        return new Contract(
                DOCUMENT,
                uri -> Optional.empty(),
                Dialect.OPENAPI_3_1,
                "T",
                "1",
                List.of(operation),
                Map.of(),
                List.of(),
                List.of());
    }
}
