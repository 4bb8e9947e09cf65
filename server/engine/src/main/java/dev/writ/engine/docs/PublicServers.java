package dev.writ.engine.docs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.http.PercentEncoding;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The {@code servers} of a document as a client knows them for whom a prefix stands before every path. Those with a host, or
 * relative to the document, are right as they are.
 */
final class PublicServers {
    private static final String SERVERS = "servers";
    private static final String URL = "url";
    private static final String BASE_PATH = "basePath";

    private final JsonNode document;
    private final String prefix;
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PublicServers(JsonNode document, String prefix) {
        this.document = document;
        this.prefix = prefix;
    }

    /** A copy of {@code document}. */
    static JsonNode of(JsonNode document, String prefix) {
        if (!(document.deepCopy() instanceof ObjectNode copy)) {
            return document;
        }
        if (copy.has("swagger")) {
            if (!copy.has("host")) {
                copy.put(BASE_PATH, prefix + copy.path(BASE_PATH).asText("/"));
            }
            return copy;
        }
        if (copy.path(SERVERS).isEmpty()) {
            copy.putArray(SERVERS).addObject().put(URL, prefix + "/");
        } else {
            rewrite(copy, prefix);
        }
        PublicServers servers = new PublicServers(copy, prefix);
        copy.path("paths").forEach(servers::pathItem);
        return copy;
    }

    /** The item, what it refers to within the document, and its operations; each once. */
    private void pathItem(JsonNode item) {
        if (!seen.add(item)) {
            return;
        }
        rewrite(item, prefix);
        item.forEach(operation -> rewrite(operation, prefix));
        item.path("additionalOperations").forEach(operation -> rewrite(operation, prefix));
        String reference = item.path("$ref").asText("");
        if (reference.startsWith("#/")) {
            PercentEncoding.decodeWritten(reference.substring(1))
                    .ifPresent(pointer -> pathItem(document.at(JsonPointer.compile(pointer))));
        }
    }

    private static void rewrite(JsonNode owner, String prefix) {
        if (owner.path(SERVERS) instanceof ArrayNode servers) {
            servers.forEach(server -> {
                String url = server.path(URL).asText("");
                if (server instanceof ObjectNode one && url.startsWith("/") && !url.startsWith("//")) {
                    one.put(URL, prefix + url);
                }
            });
        }
    }
}
