package dev.writ.engine.anydocument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generator against the referee alone: what it makes is valid, what it breaks is not. */
class GeneratorTest {
    /** For each document. */
    private static final int SECONDS = Integer.getInteger("seconds", 4);

    private final List<String> missed = new ArrayList<>();
    private int made;
    private final Set<String> broken = new LinkedHashSet<>();

    static List<Path> documents() {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_is_generated_is_valid_and_what_is_broken_is_not_says_the_referee(Path document) {
        Library library = new Library(document);
        long start = System.nanoTime();
        List<Spec.Operation> operations = SpecReader.read(library).operations();
        for (Direction direction : Direction.values()) {
            SchemaSet schemas = new SchemaSet(library, direction);
            Referee referee = new Referee(schemas);
            for (Node schema : schemas(operations, direction)) {
                if (System.nanoTime() - start < SECONDS * 1_000_000_000L) {
                    tryOut(schemas.of(schema), schemas, referee);
                }
            }
        }
        System.out.printf(
                "%s: %d operations, %d values, %d broken, %d not generated, %d ms%n",
                document.getFileName(),
                operations.size(),
                made,
                broken.size(),
                missed.size(),
                (System.nanoTime() - start) / 1_000_000);
        missed.stream().limit(40).forEach(System.out::println);
        assertThat(made).isPositive();
        assertThat(missed).hasSizeLessThan(1 + made / 10);
    }

    private void tryOut(Node schema, SchemaSet schemas, Referee referee) {
        ValueGenerator generator = new ValueGenerator(schemas, referee, new Random(1), false, StringValues.TEXT);
        for (ValueGenerator.Extent extent : ValueGenerator.Extent.values()) {
            try {
                JsonNode value = generator.generate(schema, extent);
                made++;
                assertThat(referee.errors(schema, value)).isEmpty();
                for (Broken each : ValueBreaker.of(schema, value, schemas, referee, place -> !broken.contains(place))) {
                    broken.add(each.constraint());
                    assertThat(referee.accepts(schema, each.value())).isFalse();
                }
            } catch (Unsatisfiable | Unreadable e) {
                missed.add(schemas.origin(schema) + ": " + e.getMessage());
            }
        }
    }

    private static Set<Node> schemas(List<Spec.Operation> operations, Direction direction) {
        Set<Node> schemas = new LinkedHashSet<>();
        for (Spec.Operation operation : operations) {
            if (direction == Direction.REQUEST) {
                operation.parameters().forEach(parameter -> parameter.schema().ifPresent(schemas::add));
                operation.body().ifPresent(body -> add(body.content().values(), schemas));
            } else {
                operation.responses().values().forEach(response -> {
                    add(response.content().values(), schemas);
                    response.headers().forEach(header -> header.schema().ifPresent(schemas::add));
                });
            }
        }
        return schemas;
    }

    private static void add(Iterable<Spec.Media> content, Set<Node> schemas) {
        content.forEach(media -> media.schema().ifPresent(schemas::add));
    }
}
