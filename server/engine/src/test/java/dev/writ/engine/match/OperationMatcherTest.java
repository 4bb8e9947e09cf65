package dev.writ.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SourceLocation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationMatcherTest {
    private static final List<Operation> OPERATIONS = List.of(
            operation("GET", "/users/{id}"),
            operation("GET", "/users/me"),
            operation("DELETE", "/users/{id}"),
            operation("GET", "/{kind}/me/photos"),
            operation("GET", "/users/{id}/photos"),
            operation("GET", "/"),
            operation("POST", "/only"));

    @ParameterizedTest
    @CsvSource({
        "GET, /users/7, GET /users/{id} {id=7}",
        "GET, /users/me, GET /users/me {}",
        "HEAD, /users/me, GET /users/me {}",
        "DELETE, /users/7, DELETE /users/{id} {id=7}",
        "GET, /users/me/photos, GET /users/{id}/photos {id=me}",
        "GET, /dogs/me/photos, GET /{kind}/me/photos {kind=dogs}",
        "GET, /users/a%2Fb, GET /users/{id} {id=a/b}",
        "GET, /users/%C3%A9, GET /users/{id} {id=é}",
        "GET, /users/a+b, GET /users/{id} {id=a+b}",
        "GET, /, GET / {}",
        "GET, /users/, not found",
        "GET, /users, not found",
        "GET, /users/7/, not found",
        "GET, //me/photos, not found",
        "GET, /USERS/7, not found",
        "DELETE, /users/me, 'not allowed [GET, HEAD, OPTIONS]'",
        "HEAD, /only, 'not allowed [OPTIONS, POST]'",
    })
    void a_literal_segment_wins_whatever_the_order(String method, String path, String expected) {
        List<Operation> shuffled = new ArrayList<>(OPERATIONS);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            Match match = new OperationMatcher(shuffled)
                    .match(method, OperationMatcher.segments(path).orElseThrow());
            String found = match.fold(
                    (operation, values) -> operation.operationId() + " " + values,
                    () -> "not found",
                    allowed -> "not allowed " + allowed);
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"/%", "/%4", "/%zz", "/%ff", "/%C3", "/a%2", "/é", "*", "a"})
    void what_is_badly_encoded_is_no_path(String path) {
        assertThat(OperationMatcher.segments(path)).isEmpty();
    }

    @Test
    void a_deep_path_costs_no_more_than_its_length() {
        List<Operation> many = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            path.append("/{v").append(i).append('}');
            many.add(operation("GET", path + "/x"));
            many.add(operation("GET", path.toString().replace("{v" + i + "}", "a") + "/y"));
        }
        assertThat(new OperationMatcher(many).match("GET", Collections.nCopies(10_000, "a")))
                .isEqualTo(new Match.NotFound());
    }

    private static Operation operation(String method, String path) {
        return new Operation(
                method + " " + path,
                method,
                List.of(""),
                PathTemplate.parse(path),
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
}
