package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value as texts, decoded: its structure is known, its types are not. */
sealed interface Written {

    <R> R fold(
            Function<String, ? extends R> text,
            Function<List<String>, ? extends R> repeated,
            Function<List<Written>, ? extends R> items,
            Function<Map<String, Written>, ? extends R> members,
            Function<JsonNode, ? extends R> json);

    /** True of what is there and says nothing. */
    default boolean isEmpty() {
        return this.<Boolean>fold(
                String::isEmpty,
                texts -> texts.stream().allMatch(String::isEmpty),
                items -> items.stream().allMatch(Written::isEmpty),
                Map::isEmpty,
                json -> false);
    }

    /** True of what can only be an array or an object. */
    default boolean isStructured() {
        return this.<Boolean>fold(
                text -> false,
                texts -> texts.size() > 1,
                items -> items.size() > 1,
                members -> !members.isEmpty(),
                JsonNode::isContainerNode);
    }

    record Text(String text) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onJson) {
            return onText.apply(text);
        }
    }

    /** Under one name, at least once: a primitive if it is there once, or an array. */
    record Repeated(List<String> texts) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onJson) {
            return onRepeated.apply(texts);
        }
    }

    record Items(List<Written> items) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onJson) {
            return onItems.apply(items);
        }
    }

    record Members(Map<String, Written> members) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onJson) {
            return onMembers.apply(members);
        }
    }

    /** A part that is JSON, whose types are known as well. */
    record Json(JsonNode value) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers,
                Function<JsonNode, ? extends R> onJson) {
            return onJson.apply(value);
        }
    }
}
