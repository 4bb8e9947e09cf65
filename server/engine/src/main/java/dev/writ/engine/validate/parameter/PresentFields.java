package dev.writ.engine.validate.parameter;

import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a form that say themselves whether they must be there (Swagger 2.0, section 5.2.10). As in a query, an empty
 * text that may be sent and is no value of its field counts as none: the default stands for it. Thread-safe.
 */
final class PresentFields {
    private final Map<String, SchemaError> required = new LinkedHashMap<>();
    private final Set<String> mayBeEmpty;
    private final TextConverter converter;

    /** @param encodings of the fields, by name */
    PresentFields(Map<String, Encoding> encodings, TextConverter converter) {
        this.converter = converter;
        this.mayBeEmpty = encodings.entrySet().stream()
                .filter(field -> field.getValue().presence().mayBeEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        encodings.forEach((name, encoding) -> {
            if (encoding.presence().required()) {
                String place = encoding.place().child("required").reference();
                required.put(name, new SchemaError("", "required", name + ": is required", place));
            }
        });
    }

    /** The value of the form, or all that is wrong with it. */
    Evaluation convert(Written form) {
        Map<String, Written> fields = form.fold(
                text -> Map.of(), repeated -> Map.of(), items -> Map.of(), members -> members, given -> Map.of());
        Evaluation found = withoutEmpty(form, fields);
        List<SchemaError> missing = required.entrySet().stream()
                .filter(field -> !fields.containsKey(field.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (missing.isEmpty()) {
            return found;
        }
        List<SchemaError> errors = new ArrayList<>(missing);
        errors.addAll(found.errors());
        return new Evaluation.Invalid(List.copyOf(errors));
    }

    private Evaluation withoutEmpty(Written form, Map<String, Written> fields) {
        Evaluation found = converter.convert(form);
        if (mayBeEmpty.isEmpty()) {
            return found;
        }
        Map<String, Written> used = new LinkedHashMap<>(fields);
        used.entrySet()
                .removeIf(field -> mayBeEmpty.contains(field.getKey())
                        && field.getValue().isEmpty()
                        && found.errors().stream().anyMatch(error -> isOf(field.getKey(), error)));
        return used.size() == fields.size() ? found : converter.convert(new Written.Members(used));
    }

    private static boolean isOf(String name, SchemaError error) {
        String field = Pointers.append("", name);
        return error.pointer().equals(field) || error.pointer().startsWith(field + "/");
    }
}
