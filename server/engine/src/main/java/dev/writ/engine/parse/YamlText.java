package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.model.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as a tree of JSON. Keys are text, as written. Keys that stand twice and merge keys, which YAML 1.2 does not
 * have, are faults. What an alias stands for is held once and counted each time.
 */
final class YamlText {
    private static final String CORE = "tag:yaml.org,2002:";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final List<TextException> faults = new ArrayList<>();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private final Set<Anchor> open = new HashSet<>();
    private long nodes;

    private YamlText(Iterator<Event> events) {
        this.events = events;
    }

    /** Adds to {@code faults} what leaves the rest readable. */
    static JsonNode tree(String text, List<TextException> faults) throws TextException {
        try {
            YamlText quick = new YamlText(events(text, false));
            JsonNode tree = quick.document();
            if (quick.faults.isEmpty()) {
                return tree;
            }
        } catch (TextException | YamlEngineException e) {
            // Read again, to find the place.
        }
        try {
            YamlText exact = new YamlText(events(text, true));
            JsonNode tree = exact.document();
            faults.addAll(exact.faults);
            return tree;
        } catch (MarkedYamlEngineException e) {
            throw fault(e.getProblemMark(), "", "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw fault(Optional.empty(), "", "not YAML: " + e.getMessage());
        }
    }

    private static Iterator<Event> events(String text, boolean marks) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(marks)
                .setCodePointLimit(Limits.BYTES)
                .setBufferSize(Limits.window(text))
                .build();
        return new Parse(settings).parseString(text).iterator();
    }

    private JsonNode document() throws TextException {
        events.next();
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw fault(start, "", "the document is empty");
        }
        JsonNode tree = node(events.next(), "", 0);
        events.next();
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw fault(next, "", "a second document begins: one file is one document");
        }
        return tree;
    }

    private JsonNode node(Event event, String pointer, int depth) throws TextException {
        count(1, event, pointer);
        if (depth > Limits.DEPTH) {
            throw fault(event, pointer, "nested more than " + Limits.DEPTH + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, pointer);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        long before = nodes;
        anchor.ifPresent(open::add);
        JsonNode node = switch (event.getEventId()) {
            case MappingStart -> object(pointer, depth);
            case SequenceStart -> array(pointer, depth);
            default -> scalar((ScalarEvent) event, pointer);
        };
        anchor.ifPresent(name -> {
            open.remove(name);
            anchors.put(name, new Anchored(node, nodes - before));
        });
        return node;
    }

    private JsonNode aliased(AliasEvent alias, String pointer) throws TextException {
        if (open.contains(alias.getAlias())) {
            throw fault(alias, pointer, "an alias that contains itself");
        }
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw fault(alias, pointer, "there is no anchor '" + alias.getAlias() + "' before this alias");
        }
        count(anchored.nodes, alias, pointer);
        return anchored.node;
    }

    private void count(long more, Event event, String pointer) throws TextException {
        nodes += more;
        if (nodes > Limits.NODES) {
            throw fault(event, pointer, "more than " + Limits.NODES + " nodes, aliases counted each time");
        }
    }

    private ObjectNode object(String pointer, int depth) throws TextException {
        ObjectNode object = NODES.objectNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String name = key(event, pointer, depth);
            String member = Pointers.append(pointer, name);
            if (object.has(name)) {
                faults.add(fault(event, member, "the key '" + name + "' stands here twice"));
            }
            if (name.equals("<<") && event instanceof ScalarEvent scalar && scalar.isPlain()) {
                faults.add(fault(event, member, "YAML 1.2 has no merge keys ('<<'): write the keys out"));
            }
            object.set(name, node(events.next(), member, depth + 1));
        }
        return object;
    }

    private String key(Event event, String pointer, int depth) throws TextException {
        if (event instanceof ScalarEvent scalar) {
            scalar.getAnchor().ifPresent(name -> anchors.put(name, new Anchored(NODES.textNode(scalar.getValue()), 1)));
            return scalar.getValue();
        }
        JsonNode key = node(event, pointer, depth + 1);
        if (!key.isValueNode()) {
            faults.add(fault(event, pointer, "a key must be a plain value"));
        }
        return key.asText();
    }

    private ArrayNode array(String pointer, int depth) throws TextException {
        ArrayNode array = NODES.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            array.add(node(event, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarEvent scalar, String pointer) {
        String tag = scalar.getTag().orElse("");
        try {
            if (tag.isEmpty() ? scalar.isPlain() : tag.startsWith(CORE) && !tag.equals(CORE + "str")) {
                return Scalars.plain(scalar.getValue());
            }
        } catch (NumberFormatException e) {
            faults.add(fault(scalar, pointer, String.valueOf(e.getMessage())));
        }
        return NODES.textNode(scalar.getValue());
    }

    private static TextException fault(Event event, String pointer, String reason) {
        return fault(event.getStartMark(), pointer, reason);
    }

    private static TextException fault(Optional<Mark> mark, String pointer, String reason) {
        return new TextException(
                mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, pointer, reason);
    }

    /**
     * What an alias may stand for.
     *
     * @param nodes how many values it has
     */
    private record Anchored(JsonNode node, long nodes) {}
}
