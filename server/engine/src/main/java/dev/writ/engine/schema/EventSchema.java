package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * What the schema of a server-sent event says of the text that is its {@code data} (OpenAPI 3.2, section 4.14.5): as JSON it
 * has to be what {@code contentSchema} says, be that in the schema itself or in what it refers to or is put together from by
 * {@code allOf}. Behind {@code oneOf} and the like it stays an annotation, since whether a branch holds must not depend on
 * what is within a text.
 *
 * @param content of the data as JSON; empty if anything goes
 * @param unenforced places of {@code contentSchema} that nobody checks
 */
public record EventSchema(Optional<SchemaNode> content, List<Place> unenforced) {
    private static final Set<String> FIELDS = Set.of("data", "event", "id", "retry");
    private static final List<String> BRANCHES = List.of("oneOf", "anyOf", "then", "else", "dependentSchemas");

    /** Whether a schema has {@code data} and nothing but fields of events. */
    public static boolean isOfWhole(SchemaNode schema, Schemas schemas) {
        boolean data = false;
        for (SchemaNode part : AppliedSchemas.of(schema, schemas).parts()) {
            for (Iterator<String> names = part.node().path("properties").fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!FIELDS.contains(name)) {
                    return false;
                }
                data |= name.equals("data");
            }
        }
        return data;
    }

    /** Reads the schema of an event. */
    public static EventSchema of(SchemaNode event, Schemas schemas) {
        if (schemas.dialect() == Dialect.OPENAPI_3_0) {
            return new EventSchema(Optional.empty(), List.of());
        }
        Collected found =
                new Collected(schemas, new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayDeque<>());
        found.event(event, true);
        while (!found.branches.isEmpty()) {
            found.branches.remove().run();
        }
        return new EventSchema(JoinedSchemas.of(URI.create("event:data"), found.applied), List.copyOf(found.others));
    }

    /**
     * What has been found.
     *
     * @param branches to be looked at when all is known that always applies
     */
    private record Collected(
            Schemas schemas, List<SchemaNode> applied, List<Place> others, Set<Place> seen, Queue<Runnable> branches) {
        /** @param always whether it is about every event */
        void event(SchemaNode event, boolean always) {
            for (SchemaNode part : parts(event)) {
                SchemaNode properties = below(part, "properties");
                if (properties.node().has("data")) {
                    data(below(properties, "data"), always);
                }
                below(part).forEach(branch -> branches.add(() -> event(branch, false)));
            }
        }

        private void data(SchemaNode data, boolean always) {
            for (SchemaNode part : parts(data)) {
                SchemaNode content = below(part, "contentSchema");
                if (!content.node().isMissingNode()) {
                    if (always && isJson(part.node())) {
                        applied.add(content);
                    } else {
                        others.add(content.place());
                    }
                }
                below(part).forEach(branch -> branches.add(() -> data(branch, false)));
            }
        }

        /** Each once, however many ways lead there. */
        private List<SchemaNode> parts(SchemaNode schema) {
            return AppliedSchemas.of(schema, schemas).parts().stream()
                    .filter(part -> seen.add(part.place()))
                    .toList();
        }
    }

    private static SchemaNode below(SchemaNode schema, String name) {
        return new SchemaNode(schema.place().child(name), schema.node().path(name));
    }

    private static List<SchemaNode> below(SchemaNode schema) {
        List<SchemaNode> branches = new ArrayList<>();
        BRANCHES.forEach(keyword -> Subschemas.of(schema, keyword, branches::add));
        return branches;
    }

    /** As it is: a text that is coded would have to be decoded first. */
    private static boolean isJson(JsonNode data) {
        return MediaType.parse(data.path("contentMediaType").asText())
                .filter(type -> type.isJson() && !data.has("contentEncoding"))
                .isPresent();
    }
}
