package dev.writ.engine.anydocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/**
 * Whatever an OpenAPI document allows passes the engine, and whatever it forbids does not. Of any document:
 *
 * <pre>./mvnw -pl server/engine test -Dtest=AnyDocumentTest -Dspec=FILE [-Dseed=N] [-Drounds=N] [-Dseconds=N] [-Doperation=ID]</pre>
 *
 * Without {@code spec}: our own documents and those in the folder {@code -Dwrit.specs}.
 */
class AnyDocumentTest {
    private static final long SEED = Long.getLong("seed", 1);
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    /** For each document; what there is no time for is skipped. Other seeds begin with other operations. */
    private static final int SECONDS =
            Integer.getInteger("seconds", System.getProperty("spec", "").isEmpty() ? 6 : 300);

    private static final int MAX_SHOWN = 10;

    /** Answers that are broken on purpose are in the log, thousands of them. */
    @BeforeAll
    static void be_silent() {
        ((Logger) LoggerFactory.getLogger("dev.writ.engine.core")).setLevel(Level.OFF);
    }

    @AfterAll
    static void speak_again() {
        ((Logger) LoggerFactory.getLogger("dev.writ.engine.core")).setLevel(null);
    }

    @Test
    void documents_of_others_are_there() {
        assumeFalse(Documents.othersAreMissing(), "without -Dwrit.specs=FOLDER only our own documents are tried");
    }

    @TestFactory
    Stream<DynamicContainer> what_a_document_allows_passes_and_what_it_forbids_does_not() {
        return Documents.all().stream().map(AnyDocumentTest::container);
    }

    private static DynamicContainer container(Path document) {
        Supplier<DocumentProperty> property = new Once(document);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("the engine takes it", () -> property.get()));
        String only = System.getProperty("operation", "");
        List<Spec.Operation> operations =
                new ArrayList<>(SpecReader.read(new Library(document)).operations());
        Collections.shuffle(operations, new Random(SEED));
        for (Spec.Operation operation : operations) {
            if (only.isEmpty() || only.equals(operation.id())) {
                tests.add(DynamicTest.dynamicTest(operation.toString(), () -> check(property.get(), operation)));
            }
        }
        tests.add(DynamicTest.dynamicTest("something was tried", () -> {
            Summary summary = property.get().summary();
            System.out.println(document.getFileName() + " (seed " + SEED + ", rounds " + ROUNDS + ")\n" + summary);
            assertThat(summary.of("valid requests")).isPositive();
        }));
        return DynamicContainer.dynamicContainer(document.getFileName().toString(), tests);
    }

    private static void check(DocumentProperty property, Spec.Operation operation) {
        if (!property.hasTime()) {
            property.summary().count("operations there was no time for (-Dseconds=N)");
        }
        assumeTrue(property.hasTime(), "no time left; -Dseconds=N gives more");
        List<String> disagreements = property.check(operation);
        assertThat(disagreements.size())
                .withFailMessage(() -> disagreements.size() + " disagreements\n"
                        + String.join("\n", disagreements.subList(0, Math.min(MAX_SHOWN, disagreements.size()))))
                .isZero();
    }

    /** Loads a document when it is first asked for; if that fails, what needs it is skipped. */
    private static final class Once implements Supplier<DocumentProperty> {
        private final Path document;
        private boolean asked;
        private Optional<DocumentProperty> loaded = Optional.empty();

        Once(Path document) {
            this.document = document;
        }

        @Override
        public DocumentProperty get() {
            if (!asked) {
                asked = true;
                loaded = Optional.of(new DocumentProperty(document, SEED, ROUNDS, SECONDS));
            }
            assumeTrue(loaded.isPresent(), "the engine does not take the document");
            return loaded.orElseThrow();
        }
    }
}
