package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.Conjunction.Part;
import dev.writ.engine.anydocument.FormKinds.Written;
import java.util.List;
import java.util.Map;

/** The parts of a part: an object of texts and of JSON, in the media types that its schema gives them. */
final class InnerParts {
    static final String BOUNDARY = "; boundary=inner";

    private InnerParts() {}

    static String write(JsonNode value, Constraints constraints, FormKinds kinds) throws Unsatisfiable {
        if (!value.isObject()) {
            throw new Unsatisfiable("no parts");
        }
        StringBuilder octets = new StringBuilder();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            List<Part> schema = constraints.property(member.getKey());
            if (!kinds.isArray(schema)) {
                part(member.getKey(), member.getValue(), schema, kinds, octets);
            } else if (member.getValue().isArray() && !member.getValue().isEmpty()) {
                for (int i = 0; i < member.getValue().size(); i++) {
                    part(member.getKey(), member.getValue().get(i), kinds.item(schema, i), kinds, octets);
                }
            } else {
                throw new Unsatisfiable("nothing says how this is written");
            }
        }
        return octets + "--inner--";
    }

    private static void part(String name, JsonNode value, List<Part> schema, FormKinds kinds, StringBuilder octets)
            throws Unsatisfiable {
        Written written = kinds.of(schema, List.of(), value);
        boolean text = written.kind() == FormKind.TEXT && value.isValueNode() && !value.isNull();
        if (!name.matches("[\\w-]+") || !(text || written.kind() == FormKind.JSON)) {
            throw new Unsatisfiable("no part of a part for this");
        }
        octets.append("--inner\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n");
        if (!written.contentType().isEmpty()) {
            octets.append("Content-Type: ").append(written.contentType()).append("\r\n");
        }
        octets.append("\r\n")
                .append(Octets.ofText(text ? value.asText() : value.toString()))
                .append("\r\n");
    }

    /** The same without an end. */
    static String open(String octets) {
        return octets.substring(0, octets.length() - "--".length());
    }
}
