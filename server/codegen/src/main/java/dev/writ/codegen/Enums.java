package dev.writ.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The constants of the named enums. */
final class Enums {
    private static final String NAMES_EXTENSION = "x-enum-varnames";

    private final Schemas schemas;
    private final Predicate<String> foreign;

    /** {@code foreign} is true for schemas whose class is not generated. */
    Enums(Schemas schemas, Predicate<String> foreign) {
        this.schemas = schemas;
        this.foreign = foreign;
    }

    /** The constant for a value, if the enum is known to have it. */
    Optional<String> constant(String name, String value) {
        return foreign.test(name)
                ? Optional.empty()
                : Optional.ofNullable(constants(name).get(value));
    }

    /** Constants by value, in the order of the contract; {@code x-enum-varnames} names them if it is there. */
    Map<String, String> constants(String name) {
        Schema<?> schema = schemas.get(name);
        List<String> chosen = chosenNames(schema);
        Map<String, String> constants = new LinkedHashMap<>();
        int i = 0;
        for (Object value : schema.getEnum()) {
            if (value != null) {
                String text = value.toString();
                String wish = i < chosen.size() ? chosen.get(i) : text.isEmpty() ? "EMPTY" : Names.constant(text);
                constants.putIfAbsent(text, Names.unique(wish, constants::containsValue));
            }
            i++;
        }
        return constants;
    }

    private static List<String> chosenNames(Schema<?> schema) {
        List<String> names = new ArrayList<>();
        if (schema.getExtensions() != null && schema.getExtensions().get(NAMES_EXTENSION) instanceof List<?> list) {
            list.stream().filter(Objects::nonNull).forEach(name -> names.add(Names.constant(name.toString())));
        }
        return names;
    }
}
