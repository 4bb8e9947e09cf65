package dev.writ.engine.validate.parameter;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value as texts, decoded: its structure is known, its types are not. */
sealed interface Written {

    <R> R fold(
            Function<String, ? extends R> text,
            Function<List<String>, ? extends R> repeated,
            Function<List<Written>, ? extends R> items,
            Function<Map<String, Written>, ? extends R> members);

    /** True of what is there and says nothing. */
    default boolean isEmpty() {
        return this.<Boolean>fold(
                String::isEmpty,
                texts -> texts.stream().allMatch(String::isEmpty),
                items -> items.stream().allMatch(Written::isEmpty),
                Map::isEmpty);
    }

    /** True of what can only be an array or an object. */
    default boolean isStructured() {
        return this.<Boolean>fold(
                text -> false, texts -> texts.size() > 1, items -> items.size() > 1, members -> !members.isEmpty());
    }

    record Text(String text) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers) {
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
                Function<Map<String, Written>, ? extends R> onMembers) {
            return onRepeated.apply(texts);
        }
    }

    record Items(List<Written> items) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers) {
            return onItems.apply(items);
        }
    }

    record Members(Map<String, Written> members) implements Written {
        @Override
        public <R> R fold(
                Function<String, ? extends R> onText,
                Function<List<String>, ? extends R> onRepeated,
                Function<List<Written>, ? extends R> onItems,
                Function<Map<String, Written>, ? extends R> onMembers) {
            return onMembers.apply(members);
        }
    }
}
