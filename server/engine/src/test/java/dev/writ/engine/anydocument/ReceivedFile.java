package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.writ.api.FilePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A file as the handler saw it. */
record ReceivedFile(Optional<String> fileName, Optional<String> contentType, String octets) {

    /** A copy of a body that lasts longer than the request. */
    static JsonNode taken(JsonNode body) {
        if (body instanceof POJONode pojo && pojo.getPojo() instanceof FilePart file) {
            return JsonNodeFactory.instance.pojoNode(of(file));
        }
        if (body.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            body.forEach(item -> array.add(taken(item)));
            return array;
        }
        if (body.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            body.properties().forEach(member -> object.set(member.getKey(), taken(member.getValue())));
            return object;
        }
        return body;
    }

    private static ReceivedFile of(FilePart file) {
        try (InputStream octets = file.open()) {
            return new ReceivedFile(file.fileName(), file.contentType(), Octets.of(octets.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ReceivedFile> in(JsonNode node) {
        return node instanceof POJONode pojo && pojo.getPojo() instanceof ReceivedFile file
                ? Optional.of(file)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "<" + fileName + " " + contentType + " " + octets.length() + " octets>";
    }
}
