package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.Conjunction.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Takes a valid value and breaks each constraint that its schema has for it, one at a time, at every depth. */
final class ValueBreaker {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_CANDIDATES = 3_000;
    private static final int MAX_TIMES = 2;
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf", "not");

    private final SchemaSet schemas;
    private final Referee referee;
    private final List<BrokenPart> found = new ArrayList<>();

    private record BrokenPart(String pointer, Part part, String keyword, JsonNode value) {}

    private ValueBreaker(SchemaSet schemas, Referee referee) {
        this.schemas = schemas;
        this.referee = referee;
    }

    /**
     * The variants that the referee refuses.
     *
     * @param wanted whether a constraint, as the place where the document has it, is to be broken
     */
    static List<Broken> of(Node schema, JsonNode valid, SchemaSet schemas, Referee referee, Predicate<String> wanted) {
        ValueBreaker breaker = new ValueBreaker(schemas, referee);
        breaker.walk(List.of(new Part(schema, true)), valid, "", 0);
        List<Broken> broken = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (BrokenPart candidate : breaker.found) {
            Part part = candidate.part();
            String constraint = schemas.origin(part.schema()) + "/" + candidate.keyword();
            if (times.getOrDefault(constraint, 0) >= MAX_TIMES || !wanted.test(constraint)) {
                continue;
            }
            JsonNode value = Json.with(valid, candidate.pointer(), candidate.value());
            if (!referee.accepts(schema, value)) {
                times.merge(constraint, 1, Integer::sum);
                broken.add(new Broken(
                        value,
                        candidate.pointer(),
                        candidate.keyword(),
                        constraint,
                        part.certain() && !CHOICES.contains(candidate.keyword())));
            }
        }
        return broken;
    }

    private void walk(List<Part> whole, JsonNode value, String pointer, int depth) {
        if (depth > MAX_DEPTH || found.size() > MAX_CANDIDATES) {
            return;
        }
        Constraints constraints;
        try {
            constraints = new Constraints(Conjunction.of(whole, schemas, new Taken(referee, value)));
        } catch (Unsatisfiable e) {
            return;
        }
        for (Part part : constraints.parts()) {
            if (part.schema().pointer().contains("/discriminator")) {
                continue;
            }
            for (String keyword : part.schema().names()) {
                for (JsonNode broken : BreakingValues.of(part.schema(), keyword, value, constraints)) {
                    found.add(new BrokenPart(pointer, part, keyword, broken));
                }
            }
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> walk(
                            constraints.property(member.getKey()),
                            member.getValue(),
                            Json.pointer(pointer, member.getKey()),
                            depth + 1));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            boolean ofItsOwn =
                    constraints.parts().stream().anyMatch(part -> part.schema().has("prefixItems"));
            if (i == 0 || i == value.size() - 1 || ofItsOwn) {
                walk(constraints.item(i), value.get(i), pointer + "/" + i, depth + 1);
            }
        }
    }
}
