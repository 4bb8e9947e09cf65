package dev.writ.engine.match;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SourceLocation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Operations that have a method and a path and nothing else. */
final class Operations {
    private Operations() {}

    static Operation operation(String method, String path, String... basePaths) {
        return new Operation(
                method + " " + path,
                method,
                basePaths.length == 0 ? List.of("") : List.of(basePaths),
                PathTemplate.parse(
                        path, literal -> PercentEncoding.decodeWritten(literal).orElseThrow()),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                new Place(
                        new Document(
                                URI.create("test:/"),
                                "test",
                                "",
                                MissingNode.getInstance(),
                                pointer -> new SourceLocation("test", 1, 1, pointer)),
                        ""));
    }

    /** What becomes of a request, in words. */
    static String answer(OperationMatcher matcher, String method, String path) {
        return matcher.match(method, RequestPath.parse(path).orElseThrow())
                .fold(
                        (operation, values) -> operation.operationId() + " " + new TreeMap<>(values),
                        () -> "not found",
                        allowed -> "not allowed " + allowed);
    }
}
