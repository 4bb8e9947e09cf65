package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 and JSON. */
final class Texts {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Texts() {}

    static JsonNode read(Path file) {
        try {
            String text = Files.readString(file);
            if (text.stripLeading().startsWith("{")) {
                return MAPPER.readTree(text);
            }
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setMaxAliasesForCollections(10_000)
                    .setAllowDuplicateKeys(true)
                    .build();
            JsonNode tree = MAPPER.valueToTree(new Load(settings).loadFromString(text));
            return MAPPER.readTree(tree.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
