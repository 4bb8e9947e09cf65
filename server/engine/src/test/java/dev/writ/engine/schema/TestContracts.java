package dev.writ.engine.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Documents;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SourceLocation;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contracts of schemas and nothing else, made of trees: a test says what stands where. */
public final class TestContracts {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TestContracts() {}

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** JSON with single quotes. */
    public static JsonNode quoted(String text) {
        return json(text.replace('\'', '"'));
    }

    /** A contract of schemas by name, as JSON with single quotes, that refers to nothing else. */
    public static Contract of(Dialect dialect, String schemas) {
        Map<String, JsonNode> byName = new TreeMap<>();
        quoted(schemas).properties().forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
        return contract(dialect, byName, uri -> Optional.empty());
    }

    public static SchemaChecker checker(Contract contract, String name, Direction direction, SchemaOptions options) {
        return CompiledSchemas.of(contract, options).compile(schema(contract, name), direction);
    }

    /** The errors of a value of schema {@code A}, each as pointer, keyword and message. */
    public static List<String> errors(Contract contract, Direction direction, String value) {
        return checker(contract, "A", direction, SchemaOptions.DEFAULT).check(quoted(value)).errors().stream()
                .map(error -> error.pointer() + " " + error.keyword() + " " + error.message())
                .toList();
    }

    public static Document document(String uri, JsonNode root) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return new Document(
                URI.create(uri), name, root.toString(), root, pointer -> new SourceLocation(name, 1, 1, pointer));
    }

    /** A contract whose only schema, {@code A}, is no more than a reference; what it leads to is among the others. */
    public static Contract referring(Dialect dialect, String reference, Documents others) {
        return contract(
                dialect, Map.of("A", JsonNodeFactory.instance.objectNode().put("$ref", reference)), others);
    }

    public static Contract contract(Dialect dialect, Map<String, JsonNode> schemas, Documents others) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("openapi", dialect == Dialect.OPENAPI_3_0 ? "3.0.4" : "3.1.1");
        var components = root.putObject("components").putObject("schemas");
        new TreeMap<>(schemas).forEach(components::set);
        Document document = document("test:/contract.json", root);
        Place place = new Place(document, "/components/schemas");
        List<SchemaNode> nodes = components.properties().stream()
                .map(entry -> new SchemaNode(place.child(entry.getKey()), entry.getValue()))
                .toList();
        Documents documents = uri -> uri.equals(document.uri()) ? Optional.of(document) : others.find(uri);
        return new Contract(document, documents, dialect, "T", "1", List.of(), Map.of(), nodes, List.of());
    }

    public static SchemaNode schema(Contract contract, String name) {
        return contract.schemas().stream()
                .filter(node -> node.pointer().equals("/components/schemas/" + name))
                .findFirst()
                .orElseThrow();
    }
}
