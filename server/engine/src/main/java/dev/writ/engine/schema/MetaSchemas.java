package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Schemas of schemas, by their well-known URIs and without a network. */
final class MetaSchemas {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/";
    private static final String OPENAPI = "https://spec.openapis.org/oas/3.1/";
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(DRAFT + "schema", "schema.json"),
            Map.entry(DRAFT + "meta/core", "core.json"),
            Map.entry(DRAFT + "meta/applicator", "applicator.json"),
            Map.entry(DRAFT + "meta/unevaluated", "unevaluated.json"),
            Map.entry(DRAFT + "meta/validation", "validation.json"),
            Map.entry(DRAFT + "meta/meta-data", "meta-data.json"),
            Map.entry(DRAFT + "meta/format-annotation", "format-annotation.json"),
            Map.entry(DRAFT + "meta/format-assertion", "format-assertion.json"),
            Map.entry(DRAFT + "meta/content", "content.json"),
            Map.entry(OPENAPI + "dialect/base", "openapi-dialect.json"),
            Map.entry(OPENAPI + "meta/base", "openapi-base.json"),
            Map.entry("http://json-schema.org/draft-04/schema", "draft-04.json"));
    private static final Map<String, Document> READ = new ConcurrentHashMap<>();

    private MetaSchemas() {}

    /** Whether a schema that names this as its {@code $schema} is of the dialect that we speak anyway. */
    static boolean isStandard(String uri) {
        String plain = uri.endsWith("#") ? uri.substring(0, uri.length() - 1) : uri;
        return plain.equals(DRAFT + "schema")
                || plain.matches("https://spec\\.openapis\\.org/oas/3\\.[12]/dialect/[a-z0-9-]+");
    }

    static Optional<Document> find(URI uri) {
        String file = FILES.get(uri.toString());
        return file == null
                ? Optional.empty()
                : Optional.of(READ.computeIfAbsent(uri.toString(), name -> read(uri, file)));
    }

    private static Document read(URI uri, String file) {
        try (InputStream stream = MetaSchemas.class.getResourceAsStream("meta/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the resource meta/" + file + " is missing");
            }
            JsonNode root = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(stream);
            return new Document(
                    uri, uri.toString(), "", root, pointer -> new SourceLocation(uri.toString(), 1, 1, pointer));
        } catch (IOException e) {
            throw new UncheckedIOException("the resource meta/" + file + " cannot be read", e);
        }
    }
}
