package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds schemas that lead back to themselves without going deeper into the value: to check one would never end. */
final class EndlessSchemas {
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLES = List.of("not", "if", "then", "else");

    private final Map<String, JsonNode> schemas = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> endless = new LinkedHashSet<>();

    private EndlessSchemas(List<SchemaNode> all) {
        all.forEach(schema -> schemas.put(schema.pointer(), schema.node()));
    }

    /** Their JSON pointers, one for each circle. */
    static Set<String> in(List<SchemaNode> all) {
        EndlessSchemas search = new EndlessSchemas(all);
        all.forEach(schema -> search.visit(schema.pointer()));
        return search.endless;
    }

    private void visit(String pointer) {
        if (open.contains(pointer)) {
            endless.add(pointer);
            return;
        }
        JsonNode schema = schemas.get(pointer);
        if (schema == null || !known.add(pointer)) {
            return;
        }
        open.add(pointer);
        besides(pointer, schema).forEach(this::visit);
        open.remove(pointer);
    }

    /** Those that are applied to the same value. */
    private static List<String> besides(String pointer, JsonNode schema) {
        List<String> pointers = new ArrayList<>();
        if (schema.path("$ref").asText().startsWith("#")) {
            PercentEncoding.decodeWritten(schema.get("$ref").asText().substring(1))
                    .ifPresent(pointers::add);
        }
        for (String keyword : LISTS) {
            for (int i = 0; i < schema.path(keyword).size(); i++) {
                pointers.add(pointer + "/" + keyword + "/" + i);
            }
        }
        schema.path("dependentSchemas")
                .fieldNames()
                .forEachRemaining(name -> pointers.add(
                        pointer + "/dependentSchemas/" + name.replace("~", "~0").replace("/", "~1")));
        SINGLES.stream().filter(schema::has).forEach(keyword -> pointers.add(pointer + "/" + keyword));
        return pointers;
    }
}
