package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.schema.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A schema with keywords, in the order of the document. */
final class ObjectSchema implements Schema {
    private final Place place;
    private final Resource resource;
    private final Keyword[] keywords;
    private final Keyword[] unevaluated;
    private final Set<String> optional;
    private final boolean alone;

    /**
     * A compiled schema.
     *
     * @param unevaluated those that look at what the others have left
     * @param optional properties that are not required whatever the schemas that are applied in place say
     */
    ObjectSchema(
            Place place, Resource resource, List<Keyword> keywords, List<Keyword> unevaluated, Set<String> optional) {
        this.place = place;
        this.resource = resource;
        this.keywords = keywords.toArray(Keyword[]::new);
        this.unevaluated = unevaluated.toArray(Keyword[]::new);
        this.optional = optional;
        this.alone = unevaluated.isEmpty() && optional.isEmpty();
    }

    @Override
    public Place place() {
        return place;
    }

    Resource resource() {
        return resource;
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (run.reports() && run.isFull()) {
            return false;
        }
        run.budget().enter();
        int noted = run.edited();
        boolean simple = alone && run.inPlace == null && run.scope.resource().equals(resource);
        boolean valid = simple ? all(keywords, value, run) : within(value, run);
        if (!valid) {
            run.undoTo(noted);
        }
        run.budget().leave();
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        redaction.within(this, resource, unevaluated.length > 0, () -> {
            for (Keyword keyword : keywords) {
                keyword.redact(value, redaction);
            }
            for (Keyword keyword : unevaluated) {
                keyword.redact(value, redaction);
            }
        });
    }

    private static boolean all(Keyword[] keywords, JsonNode value, Run run) {
        boolean valid = true;
        for (Keyword keyword : keywords) {
            if (!keyword.test(value, run)) {
                if (!run.reports()) {
                    return false;
                }
                valid = false;
            }
        }
        return valid;
    }

    /** With what schemas of one value have to tell one another. */
    private boolean within(JsonNode value, Run run) {
        InPlace outer = run.inPlace;
        Scope scope = run.scope;
        Evaluated asked = run.evaluated();
        Evaluated evaluated = (asked != null || unevaluated.length > 0) ? new Evaluated() : null;
        run.inPlace = evaluated == null && optional.isEmpty() && run.optional().isEmpty()
                ? null
                : new InPlace(evaluated, both(run.optional(), optional));
        if (!scope.resource().equals(resource)) {
            run.scope = new Scope(resource, scope);
        }
        // What failed has told nothing of what it looked at, so that the rest would be told of everything.
        boolean valid = all(keywords, value, run) && all(unevaluated, value, run);
        run.inPlace = outer;
        run.scope = scope;
        if (valid && asked != null && evaluated != null) {
            asked.addAll(evaluated, run.budget());
        }
        return valid;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
