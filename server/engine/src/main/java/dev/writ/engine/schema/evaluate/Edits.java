package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is to change in a value that turns out to be valid: noted by schemas that hold, forgotten by those that do not. */
final class Edits {
    /** A change; to make it twice is to make it once. */
    interface Edit {
        void apply();
    }

    private static final Edit NOTHING = () -> {};

    private final List<Edit> edits = new ArrayList<>();

    void remove(ObjectNode object, String name) {
        edits.add(() -> object.remove(name));
    }

    /** A copy of the value, unless another schema has filled it in already. */
    void fill(ObjectNode object, String name, JsonNode value) {
        edits.add(() -> {
            if (!object.has(name)) {
                object.set(name, value.deepCopy());
            }
        });
    }

    int size() {
        return edits.size();
    }

    void undoTo(int size) {
        edits.subList(size, edits.size()).clear();
    }

    /** Makes one of all that were noted since; it can be noted again. */
    Edit grouped(int size) {
        if (edits.size() <= size) {
            return NOTHING;
        }
        Group group = new Group(List.copyOf(edits.subList(size, edits.size())));
        undoTo(size);
        edits.add(group);
        return group;
    }

    void again(Edit edit) {
        if (!edit.equals(NOTHING)) {
            edits.add(edit);
        }
    }

    void apply() {
        edits.forEach(Edit::apply);
    }

    private static final class Group implements Edit {
        private final List<Edit> edits;
        private boolean applied;

        Group(List<Edit> edits) {
            this.edits = edits;
        }

        @Override
        public void apply() {
            if (!applied) {
                applied = true;
                edits.forEach(Edit::apply);
            }
        }
    }
}
