package dev.writ.engine.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The {@code servers} of a document as a client knows them for whom a prefix stands before every path. Those with a host, or
 * relative to the document, are right as they are.
 */
final class PublicServers {
    private static final String SERVERS = "servers";
    private static final String URL = "url";
    private static final String BASE_PATH = "basePath";

    private PublicServers() {}

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
        copy.path("paths").forEach(item -> {
            rewrite(item, prefix);
            item.forEach(operation -> rewrite(operation, prefix));
        });
        return copy;
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
