package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.anydocument.Conjunction.Part;
import dev.writ.engine.anydocument.FormKinds.Written;
import dev.writ.engine.anydocument.ParameterWriter.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Writes the value of a form as fields or parts. What the specification does not say how to write is unsatisfiable. */
final class FormWriter {
    private final String type;
    private final Spec.Media media;
    private final Constraints constraints;
    private final FormKinds kinds;
    private final PartHeads heads;
    private final Random random;

    /** @param valid a value whose ways through the schema are taken */
    FormWriter(
            String type,
            Spec.Media media,
            JsonNode valid,
            SchemaSet schemas,
            Referee referee,
            PartHeads heads,
            Random random)
            throws Unsatisfiable {
        this.type = type;
        this.media = media;
        List<Part> whole = List.of(new Part(schemas.of(media.schema().orElseThrow()), true));
        this.constraints = new Constraints(Conjunction.of(whole, schemas, new Taken(referee, valid)));
        this.kinds = new FormKinds(schemas, FormTypes.isMultipart(type), media.is30());
        this.heads = heads;
        this.random = random;
    }

    /** The value without optional properties that cannot be written, and with files for what files are. */
    JsonNode settle(JsonNode value) throws Unsatisfiable {
        JsonNode settled = value.deepCopy();
        if (settled.isArray()) {
            for (int i = 0; i < settled.size(); i++) {
                ((ArrayNode) settled).set(i, settled("", settled.get(i), constraints.item(i)));
            }
            return settled;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            ObjectNode object = (ObjectNode) settled;
            try {
                object.set(name, settled(name, member.getValue(), constraints.property(name)));
                property(name, object.get(name), new ArrayList<>());
            } catch (Unsatisfiable e) {
                if (constraints.required().contains(name)) {
                    throw new Unsatisfiable(name + ": " + e.getMessage());
                }
                object.remove(name);
            }
        }
        return settled;
    }

    private JsonNode settled(String name, JsonNode value, List<Part> schema) throws Unsatisfiable {
        if (encoding(name).style().isPresent()) {
            return value;
        }
        if (value.isArray() && kinds.isArray(schema)) {
            ArrayNode items = value.deepCopy();
            for (int i = 0; i < items.size(); i++) {
                items.set(i, settled(name, value.get(i), kinds.item(schema, i)));
            }
            return items;
        }
        boolean file = kinds.of(schema, encoding(name).contentTypes(), value).kind() == FormKind.FILE;
        return file ? octets(kinds.resolved(schema)) : value;
    }

    private TextNode octets(Constraints schema) {
        int least = schema.atLeast("minLength");
        int most = Math.min(schema.atMost("maxLength", least + 40), least + 40);
        byte[] octets = new byte[least + random.nextInt(most - least + 1)];
        random.nextBytes(octets);
        return TextNode.valueOf(Octets.of(octets));
    }

    SentForm write(JsonNode value) throws Unsatisfiable {
        List<FormPart> parts = new ArrayList<>();
        if (value.isArray() && FormTypes.isMultipart(type) && !FormTypes.isFormData(type)) {
            for (int i = 0; i < value.size(); i++) {
                parts.add(part("", value.get(i), "/" + i, constraints.item(i)).withName(Optional.empty()));
            }
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                property(member.getKey(), member.getValue(), parts);
            }
        } else {
            throw new Unsatisfiable("no form");
        }
        return new SentForm(type, value, parts);
    }

    private void property(String name, JsonNode value, List<FormPart> into) throws Unsatisfiable {
        String pointer = Json.pointer("", name);
        List<Part> schema = constraints.property(name);
        Optional<Spec.Parameter> style = encoding(name).style();
        if (style.isPresent()) {
            for (Pair pair : pairs(style.get(), value)) {
                into.add(FormPart.styled(pointer, pair));
            }
        } else if (!kinds.isArray(schema)) {
            into.add(part(name, value, pointer, schema));
        } else if (!value.isArray()) {
            into.add(part(name, value, pointer + "/0", kinds.item(schema, 0)));
        } else if (value.isEmpty()
                || (!FormTypes.isMultipart(type)
                        && !encoding(name).contentTypes().isEmpty())) {
            throw new Unsatisfiable("nothing says how an empty array, or one in a content type, is written");
        } else {
            for (int i = 0; i < value.size(); i++) {
                into.add(part(name, value.get(i), pointer + "/" + i, kinds.item(schema, i)));
            }
        }
    }

    private List<Pair> pairs(Spec.Parameter style, JsonNode value) throws Unsatisfiable {
        boolean spread = value.isObject() && style.explode() && style.style().equals("form");
        if ((value.isTextual() && value.asText().isEmpty()) || (spread && isMistakable(style.name(), value))) {
            throw new Unsatisfiable("nothing says how this is written");
        }
        boolean multipart = FormTypes.isMultipart(type);
        List<Pair> pairs = (multipart ? PartWriter.write(style, value) : ParameterWriter.query(style, value))
                .orElseThrow(() -> new Unsatisfiable("nothing says how this is written as " + style.style()));
        if (multipart && pairs.stream().anyMatch(pair -> isBadName(pair.name()))) {
            throw new Unsatisfiable("no part for this");
        }
        return pairs;
    }

    /** Which would need escapes that clients do not agree on. */
    private static boolean isBadName(String name) {
        return !name.matches("[^\"\\\\%\r\n]*");
    }

    /** Whether names that are spread would be those of others, or are not declared. */
    private boolean isMistakable(String name, JsonNode object) throws Unsatisfiable {
        Set<String> declared = kinds.resolved(constraints.property(name)).declared();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!declared.contains(member.getKey()) || constraints.declared().contains(member.getKey())) {
                return true;
            }
        }
        return false;
    }

    private FormPart part(String name, JsonNode value, String pointer, List<Part> schema) throws Unsatisfiable {
        Spec.Encoding encoding = encoding(name);
        Written written = kinds.of(schema, encoding.contentTypes(), value);
        boolean text = written.kind() == FormKind.TEXT;
        boolean noText = value.isContainerNode() || value.isNull();
        boolean badName = FormTypes.isMultipart(type) && isBadName(name);
        boolean none =
                encoding.mayBeEmpty() && value.isTextual() && value.asText().isEmpty();
        if (badName || none || (text && noText) || (written.kind() == FormKind.FILE && !value.isTextual())) {
            throw new Unsatisfiable("no part for this");
        }
        String octets = switch (written.kind()) {
            case TEXT -> Octets.ofText(value.asText());
            case JSON -> Octets.ofText(value.toString());
            case FILE -> value.asText();
            case OPAQUE -> "<sample/>";
            case PARTS -> InnerParts.write(value, kinds.resolved(schema), kinds);
        };
        String contentType =
                written.kind() == FormKind.PARTS ? written.contentType() + InnerParts.BOUNDARY : written.contentType();
        return heads.head(
                new FormPart(
                        pointer,
                        written.kind(),
                        Optional.of(name),
                        Optional.empty(),
                        Optional.of(contentType).filter(sent -> !sent.isEmpty()),
                        Map.of(),
                        octets,
                        Optional.empty()),
                encoding);
    }

    private Spec.Encoding encoding(String name) {
        return media.encodings().getOrDefault(name, Spec.Encoding.NONE);
    }
}
