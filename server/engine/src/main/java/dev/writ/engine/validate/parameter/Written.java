package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value as texts, decoded: its structure is known, its types are not, but where it was no text. */
sealed interface Written {

    <R> R fold(
            Function<String, ? extends R> text,
            Function<List<Written>, ? extends R> repeated,
            Function<List<Written>, ? extends R> items,
            Function<Map<String, Written>, ? extends R> members,
            Function<JsonNode, ? extends R> given);

    /** True of what is there and says nothing. */
    default boolean isEmpty() {
        return this.<Boolean>fold(
                String::isEmpty,
                repeated -> repeated.stream().allMatch(Written::isEmpty),
                items -> items.stream().allMatch(Written::isEmpty),
                Map::isEmpty,
                value -> false);
    }

    /** True of what can only be an array or an object. */
    default boolean isStructured() {
        return this.<Boolean>fold(
                text -> false,
                repeated -> repeated.size() > 1,
                items -> items.size() > 1,
                members -> !members.isEmpty(),
                JsonNode::isContainerNode);
    }

    /** About what it takes to look at all of it. */
    default int weight() {
        return this.<Integer>fold(
                text -> 1 + text.length() / 16,
                repeated -> 1 + repeated.stream().mapToInt(Written::weight).sum(),
                items -> 1 + items.stream().mapToInt(Written::weight).sum(),
                members ->
                        1 + members.values().stream().mapToInt(Written::weight).sum(),
                Written::weight);
    }

    private static int weight(JsonNode node) {
        int weight = 1 + (node.isTextual() ? node.textValue().length() / 16 : 0);
        for (JsonNode child : node) {
            weight += weight(child);
        }
        return weight;
    }

    record Text(String text) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<Written>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onGiven) {
            return onText.apply(text);
        }
    }

    /** Under one name, at least once: a single value if it is there once, or an array. */
    record Repeated(List<Written> values) implements Written {
        static Repeated ofTexts(List<String> texts) {
            return new Repeated(texts.stream().<Written>map(Text::new).toList());
        }

        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<Written>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onGiven) {
            return onRepeated.apply(values);
        }
    }

    record Items(List<Written> items) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<Written>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onGiven) {
            return onItems.apply(items);
        }
    }

    record Members(Map<String, Written> members) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<Written>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onGiven) {
            return onMembers.apply(members);
        }
    }

    /** A value that was JSON, or octets. */
    record Given(JsonNode value) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<Written>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onGiven) {
            return onGiven.apply(value);
        }
    }
}
