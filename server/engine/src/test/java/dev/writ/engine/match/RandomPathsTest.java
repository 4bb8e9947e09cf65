package dev.writ.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contracts and paths made at random, of few letters so that they meet, against {@link NaiveMatcher}. */
class RandomPathsTest {
    private static final List<String> LITERALS = List.of("", "a", "b", "ab", "a-b", ".");
    private static final List<String> PIECES = List.of("a", "b", "-", ".", "ab");
    private static final List<String> METHODS = List.of("PUT", "POST", "PATCH");

    @Test
    void matching_agrees_with_the_naive_matcher() {
        int found = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Operation> operations = operations(random);
            OperationMatcher matcher = new OperationMatcher(List.of(operations));
            NaiveMatcher naive = new NaiveMatcher(operations);
            for (int i = 0; i < 40; i++) {
                String method = pick(random, METHODS);
                String path = random.nextBoolean() ? path(random) : path(random, pick(random, operations));
                String expected = naive.answer(method, path);
                found += expected.startsWith("not") ? 0 : 1;
                assertThat(Operations.answer(matcher, method, path))
                        .as("seed %d: %s %s in %s", seed, method, path, operations)
                        .isEqualTo(expected);
            }
        }
        assertThat(found).isGreaterThan(2_000);
    }

    private static List<Operation> operations(Random random) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (int i = random.nextInt(25) + 1; i > 0; i--) {
            int[] names = {0};
            String template = IntStream.range(0, random.nextInt(3) + 1)
                    .mapToObj(segment -> "/" + segment(random, names))
                    .collect(Collectors.joining());
            Operation operation = Operations.operation(pick(random, METHODS), template);
            operations.putIfAbsent(operation.method() + " " + operation.path().shape(), operation);
        }
        return List.copyOf(operations.values());
    }

    private static String segment(Random random, int[] names) {
        StringBuilder segment = new StringBuilder(pick(random, LITERALS));
        for (int i = random.nextInt(4); i > 0; i--) {
            segment.append("{v").append(names[0]++).append('}').append(pick(random, LITERALS));
        }
        return segment.toString();
    }

    private static String path(Random random) {
        return IntStream.range(0, random.nextInt(3) + 1)
                .mapToObj(segment -> IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> pick(random, PIECES))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** One that the operation may have: each variable of its template given a value. */
    private static String path(Random random, Operation operation) {
        return Pattern.compile("\\{[^}]+}")
                .matcher(operation.path().text())
                .replaceAll(variable -> pick(random, PIECES) + pick(random, PIECES));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
