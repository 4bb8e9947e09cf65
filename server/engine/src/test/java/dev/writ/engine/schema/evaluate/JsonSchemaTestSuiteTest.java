package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Documents;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Formats;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.TestContracts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The JSON Schema Test Suite (github.com/json-schema-org/JSON-Schema-Test-Suite), each of its schemas behind the reference of
 * an OpenAPI document.
 */
@EnabledIfSystemProperty(
        named = "writ.json-schema-test-suite",
        matches = ".+",
        disabledReason = "writ.json-schema-test-suite does not say where the suite is")
class JsonSchemaTestSuiteTest {
    private static final String REMOTE = "http://localhost:1234/";
    private static final SchemaOptions ANNOTATE = SchemaOptions.DEFAULT.withFormats(Formats.ANNOTATE);

    private final Path suite = Path.of(System.getProperty("writ.json-schema-test-suite"));
    private final Map<URI, Document> remotes = new HashMap<>();

    @TestFactory
    Stream<DynamicContainer> required_tests_of_2020_12() throws IOException {
        return folder("draft2020-12", Dialect.OPENAPI_3_1, ANNOTATE, Exclusions.NONE);
    }

    @TestFactory
    Stream<DynamicContainer> optional_tests_of_2020_12() throws IOException {
        return folder("draft2020-12/optional", Dialect.OPENAPI_3_1, ANNOTATE, Exclusions.OPTIONAL);
    }

    @TestFactory
    Stream<DynamicContainer> formats_that_are_asserted() throws IOException {
        return folder("draft2020-12/optional/format", Dialect.OPENAPI_3_1, SchemaOptions.DEFAULT, Exclusions.NONE);
    }

    @TestFactory
    Stream<DynamicContainer> draft_4_as_far_as_openapi_3_0_keeps_it() throws IOException {
        return folder("draft4", Dialect.OPENAPI_3_0, ANNOTATE, Exclusions.DRAFT_4);
    }

    private Stream<DynamicContainer> folder(
            String folder, Dialect dialect, SchemaOptions options, Map<String, String> exclusions) throws IOException {
        try (Stream<Path> files = Files.list(suite.resolve("tests").resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> file(file, dialect, options, exclusions))
                    .toList()
                    .stream();
        }
    }

    private DynamicContainer file(Path file, Dialect dialect, SchemaOptions options, Map<String, String> exclusions) {
        String name = file.getFileName().toString().replace(".json", "");
        Stream<DynamicTest> tests = Stream.of(read(file))
                .flatMap(this::items)
                .flatMap(group -> items(group.get("tests"))
                        .filter(test -> Exclusions.keeps(exclusions, name, group))
                        .map(test -> DynamicTest.dynamicTest(
                                group.get("description").asText() + ": "
                                        + test.get("description").asText(),
                                () -> assertThat(checker(group.get("schema"), dialect, options)
                                                .check(test.get("data").deepCopy())
                                                .errors())
                                        .as("%s of %s", group.get("schema"), test.get("data"))
                                        .satisfies(errors -> assertThat(errors.isEmpty())
                                                .isEqualTo(test.get("valid").asBoolean())))));
        return DynamicContainer.dynamicContainer(name, tests);
    }

    private Stream<JsonNode> items(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    private SchemaChecker checker(JsonNode schema, Dialect dialect, SchemaOptions options) {
        Document document = TestContracts.document("test:/schema.json", schema);
        Documents documents = uri -> uri.equals(document.uri()) ? Optional.of(document) : remote(uri);
        Contract contract = TestContracts.referring(dialect, "schema.json", documents);
        return CompiledSchemas.of(contract, options).compile(contract.schemas().get(0), Direction.RESPONSE);
    }

    private Optional<Document> remote(URI uri) {
        Path file = suite.resolve("remotes").resolve(uri.toString().replace(REMOTE, ""));
        if (!uri.toString().startsWith(REMOTE) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(remotes.computeIfAbsent(uri, name -> TestContracts.document(name.toString(), read(file))));
    }

    private static JsonNode read(Path file) {
        try {
            return TestContracts.json(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
