package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The ways that a valid value went. */
record Taken(Referee referee, JsonNode value) implements Conjunction.Choice {
    @Override
    public Node branch(List<Node> branches) throws Unsatisfiable {
        return branches.stream()
                .filter(branch -> referee.accepts(branch, value))
                .findFirst()
                .orElseThrow(() -> new Unsatisfiable("no branch"));
    }

    @Override
    public boolean then(Node schema) {
        return referee.accepts(schema.child("if"), value);
    }
}
