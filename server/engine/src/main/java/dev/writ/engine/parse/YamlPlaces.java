package dev.writ.engine.parse;

import dev.writ.engine.model.Pointers;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the nodes of a YAML text stand: members at their keys. */
final class YamlPlaces {
    private final Optional<Node> root;

    private YamlPlaces(Optional<Node> root) {
        this.root = root;
    }

    /** Of a text that has been read before. */
    static YamlPlaces of(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Limits.BYTES)
                .setBufferSize(Limits.window(text))
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        try {
            return new YamlPlaces(new Compose(settings).composeString(text));
        } catch (YamlEngineException e) {
            return new YamlPlaces(Optional.empty());
        }
    }

    /** Line and column, from 1, of the node or of the nearest one around it. */
    int[] find(String pointer) {
        Optional<Node> node = root;
        Optional<Mark> at = root.flatMap(Node::getStartMark);
        String[] tokens =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        for (String token : tokens) {
            String name = Pointers.name(token);
            Optional<Step> step = node.flatMap(parent -> step(parent, name));
            if (step.isEmpty()) {
                break;
            }
            node = step.map(Step::value);
            at = step.flatMap(Step::mark);
        }
        return at.map(mark -> new int[] {mark.getLine() + 1, mark.getColumn() + 1})
                .orElse(new int[] {1, 1});
    }

    private static Optional<Step> step(Node parent, String name) {
        if (parent instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(name))
                    .findFirst()
                    .map(YamlPlaces::step);
        }
        if (parent instanceof SequenceNode sequence && name.matches("\\d{1,8}")) {
            return sequence.getValue().stream()
                    .skip(Integer.parseInt(name))
                    .findFirst()
                    .map(item -> new Step(item, item.getStartMark()));
        }
        return Optional.empty();
    }

    private static Step step(NodeTuple tuple) {
        return new Step(tuple.getValueNode(), tuple.getKeyNode().getStartMark());
    }

    private record Step(Node value, Optional<Mark> mark) {}
}
