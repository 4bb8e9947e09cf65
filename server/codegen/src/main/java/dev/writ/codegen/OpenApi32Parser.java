package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents of OpenAPI 3.2, which swagger-parser does not know, as {@link OpenApi32} makes them documents of 3.1. Found
 * by {@link java.util.ServiceLoader}, and asked for what nobody before it has read; documents of other versions, and those
 * that are no files, are left alone.
 */
public final class OpenApi32Parser implements SwaggerParserExtension {
    /** Called by {@link java.util.ServiceLoader}. */
    public OpenApi32Parser() {}

    @Override
    public @Nullable SwaggerParseResult readLocation(
            String location, @Nullable List<AuthorizationValue> credentials, @Nullable ParseOptions options) {
        try {
            Path file = Path.of(location.replaceFirst("^file:(//)?", "")).toAbsolutePath();
            Optional<String> text = Files.isRegularFile(file)
                    ? as31(Files.readString(file), Optional.of(file.toUri()))
                    : Optional.empty();
            return text.isEmpty() ? null : read(text.get(), credentials, options);
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** References are followed by reading the document again, from where it is said to be. */
    private static SwaggerParseResult read(
            String text, @Nullable List<AuthorizationValue> credentials, @Nullable ParseOptions options)
            throws IOException {
        Path copy = Files.writeString(Files.createTempFile("openapi", ".json"), text);
        try {
            return new OpenAPIV3Parser().readContents(text, credentials, options, copy.toString());
        } finally {
            Files.delete(copy);
        }
    }

    @Override
    public @Nullable SwaggerParseResult readContents(
            String text, @Nullable List<AuthorizationValue> credentials, @Nullable ParseOptions options) {
        try {
            Optional<String> other = as31(text, Optional.empty());
            return other.isEmpty() ? null : new OpenAPIV3Parser().readContents(other.get(), credentials, options);
        } catch (IOException e) {
            return null;
        }
    }

    private static Optional<String> as31(String text, Optional<URI> location) throws IOException {
        return Optional.ofNullable(Yaml.mapper().readTree(text))
                .filter(OpenApi32Parser::is32)
                .map(root -> Json.pretty(OpenApi32.as31((ObjectNode) root, location)));
    }

    private static boolean is32(JsonNode root) {
        return root.isObject() && root.path("openapi").asText().startsWith("3.2.");
    }
}
