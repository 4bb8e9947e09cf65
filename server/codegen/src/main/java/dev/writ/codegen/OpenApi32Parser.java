package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            Path file = Path.of(location.replaceFirst("^file:(//)?", ""))
                    .toAbsolutePath()
                    .normalize();
            return Files.isRegularFile(file)
                    ? read(Files.readString(file), Optional.of(file), credentials, options)
                    : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    @Override
    public @Nullable SwaggerParseResult readContents(
            String text, @Nullable List<AuthorizationValue> credentials, @Nullable ParseOptions options) {
        try {
            return read(text, Optional.empty(), credentials, options);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable SwaggerParseResult read(
            String text,
            Optional<Path> file,
            @Nullable List<AuthorizationValue> credentials,
            @Nullable ParseOptions options)
            throws IOException {
        JsonNode root = Yaml.mapper().readTree(text);
        if (root == null || !root.path("openapi").asText().startsWith("3.2.")) {
            return null;
        }
        OpenApi32.Rewritten rewritten = OpenApi32.as31(root, file);
        SwaggerParseResult result = parsed(Json.pretty(rewritten.document()), credentials, options);
        // Whoever goes on in spite of faults does so with what there is.
        List<String> messages = new ArrayList<>(rewritten.faults());
        messages.addAll(Objects.requireNonNullElse(result.getMessages(), List.of()));
        result.setMessages(messages);
        return result;
    }

    /** References are followed by reading the document again, from where it is said to be. */
    private static SwaggerParseResult parsed(
            String text, @Nullable List<AuthorizationValue> credentials, @Nullable ParseOptions options)
            throws IOException {
        Path copy = Files.writeString(Files.createTempFile("openapi", ".json"), text);
        try {
            return new OpenAPIV3Parser().readContents(text, credentials, options, copy.toString());
        } finally {
            Files.delete(copy);
        }
    }
}
