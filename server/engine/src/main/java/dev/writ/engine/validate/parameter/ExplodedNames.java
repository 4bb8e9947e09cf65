package dev.writ.engine.validate.parameter;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The names that the properties of an exploded object take among the pairs of a request, where they stand beside those of
 * other parameters.
 *
 * @param open whether every name belongs to it that is nobody else's
 * @param others names of other parameters
 */
record ExplodedNames(Set<String> properties, boolean open, Predicate<String> others) implements Predicate<String> {

    @Override
    public boolean test(String name) {
        return properties.contains(name) || (open && !others.test(name));
    }
}
