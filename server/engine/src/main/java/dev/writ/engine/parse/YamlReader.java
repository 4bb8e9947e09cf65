package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.SourceLocation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (and so JSON), keeping the place of every node. Keys that stand twice are faults. */
final class YamlReader {
    private static final int MAX_CODE_POINTS = 16 * 1024 * 1024;
    private static final int MAX_NODES = 2_000_000;
    private static final int MAX_DEPTH = 200;

    private final String file;
    private final Faults faults;
    private final Map<String, SourceLocation> locations = new HashMap<>();
    private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();
    private int nodes;

    private YamlReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Empty if the text is no YAML or has faults that leave nothing to go on with; they are in {@code faults} then. */
    static Optional<SourceTree> read(String file, String text, Faults faults) {
        YamlReader reader = new YamlReader(file, faults);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setCodePointLimit(MAX_CODE_POINTS)
                // Counted as nodes, each time.
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(root -> new SourceTree(new Document(
                            URI.create("contract:/" + file),
                            file,
                            text,
                            reader.convert(root, "", 0),
                            pointer -> SourceLocation.nearest(file, reader.locations, pointer))))
                    .or(() -> {
                        faults.add(new SourceLocation(file, 1, 1, ""), "the document is empty");
                        return Optional.empty();
                    });
        } catch (MarkedYamlEngineException e) {
            faults.add(reader.at(e.getProblemMark(), ""), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(new SourceLocation(file, 1, 1, ""), "not YAML: " + e.getMessage());
        } catch (TooLarge e) {
            faults.add(e.location, e.reason);
        } catch (StackOverflowError e) {
            faults.add(new SourceLocation(file, 1, 1, ""), "nested more than " + MAX_DEPTH + " levels deep");
        }
        return Optional.empty();
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        SourceLocation location = at(node.getStartMark(), pointer);
        locations.putIfAbsent(pointer, location);
        if (++nodes > MAX_NODES) {
            throw new TooLarge(location, "more than " + MAX_NODES + " nodes, aliases counted each time");
        }
        if (depth > MAX_DEPTH) {
            throw new TooLarge(location, "nested more than " + MAX_DEPTH + " levels deep");
        }
        if (open.put(node, true) != null) {
            throw new TooLarge(location, "an alias that contains itself");
        }
        try {
            if (node instanceof MappingNode mapping) {
                return object(mapping, pointer, depth);
            }
            if (node instanceof SequenceNode sequence) {
                return array(sequence, pointer, depth);
            }
            return scalar((ScalarNode) node, location);
        } finally {
            open.remove(node);
        }
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(at(tuple.getKeyNode().getStartMark(), pointer), "a key must be a plain value");
                continue;
            }
            String member = Pointers.append(pointer, key.getValue());
            if (object.has(key.getValue())) {
                faults.add(at(key.getStartMark(), member), "the key '" + key.getValue() + "' stands here twice");
            }
            locations.put(member, at(key.getStartMark(), member));
            object.set(key.getValue(), convert(tuple.getValueNode(), member, depth + 1));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, SourceLocation location) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        JsonNodeFactory factory = JsonNodeFactory.instance;
        try {
            if (tag.equals(Tag.NULL)) {
                return factory.nullNode();
            }
            if (tag.equals(Tag.BOOL)) {
                return factory.booleanNode(Boolean.parseBoolean(text));
            }
            if (tag.equals(Tag.INT)) {
                return integer(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return factory.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            faults.add(location, "'" + text + "' is no number that JSON can express");
        }
        return factory.textNode(text);
    }

    private static JsonNode integer(String text) {
        BigInteger value = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }

    private SourceLocation at(Optional<Mark> mark, String pointer) {
        return mark.map(m -> new SourceLocation(file, m.getLine() + 1, m.getColumn() + 1, pointer))
                .orElseGet(() -> new SourceLocation(file, 1, 1, pointer));
    }

    /** Ends the reading of a document that is too large, or endless. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SourceLocation location;
        private final String reason;

        TooLarge(SourceLocation location, String reason) {
            super(reason);
            this.location = location;
            this.reason = reason;
        }
    }
}
