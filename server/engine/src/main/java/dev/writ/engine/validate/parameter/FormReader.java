package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.json.JsonReader;
import dev.writ.engine.validate.parameter.Pairs.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a query that is a form as a whole (OpenAPI 3.2, sections 4.12.1 and 4.15): a name that is there several times is an
 * array, and what can be nothing but an object, or an array within one, is JSON, unless an encoding says otherwise.
 *
 * @param styled the properties whose encoding has a style
 * @param encodings of properties
 */
record FormReader(
        Map<String, StyledField> styled, Map<String, Encoding> encodings, JsonReader json, TextConverter converter)
        implements ValueReader {
    private static final Set<JsonType> STRUCTURES = EnumSet.of(JsonType.ARRAY, JsonType.OBJECT);

    /** A property that is written as a query parameter would be. */
    record StyledField(StyleReader reader, SchemaShape shape) {
        /** The structure that it is, if it is one, else what is there. */
        Optional<Reading> read(Sent sent) {
            Optional<Reading> read = Optional.empty();
            for (Kind kind : StyledReader.kinds(shape, reader instanceof DeepObjectStyle)) {
                Reading reading = reader.read(sent, kind);
                if (reading.<Boolean>fold(() -> false, Written::isStructured, error -> false)) {
                    return Optional.of(reading);
                }
                read = reading == Reading.ABSENT ? read : Optional.of(reading);
            }
            return read;
        }

        boolean takes(String property, String name) {
            return name.equals(property)
                    || (reader instanceof DeepObjectStyle && name.startsWith(property + "["))
                    || (reader instanceof FormStyle form
                            && form.explode()
                            && shape.allows(JsonType.OBJECT)
                            && form.properties().test(name));
        }
    }

    static boolean reads(String mediaType) {
        return mediaType.startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public Outcome read(Sent sent) {
        if (sent.queryString().isEmpty()) {
            return Outcome.ABSENT;
        }
        List<SchemaError> errors = new ArrayList<>();
        sent.query().malformed().forEach(piece -> errors.add(undecodable("", piece)));
        Map<String, Written> members = new LinkedHashMap<>();
        others(sent.query(), errors).forEach((name, texts) -> members.put(name, field(name, texts, errors)));
        styled.forEach((name, field) -> field.read(sent)
                .ifPresent(reading -> reading.<Runnable>fold(
                                () -> () -> {},
                                written -> () -> members.put(name, written),
                                error -> () -> errors.add(at(Pointers.append("", name), error)))
                        .run()));
        return errors.isEmpty()
                ? converter
                        .convert(new Written.Members(members))
                        .<Outcome>fold(Outcome.Valid::new, Outcome.Invalid::new)
                : new Outcome.Invalid(errors);
    }

    /** Decoded, of names that have no style. */
    private Map<String, List<String>> others(Pairs query, List<SchemaError> errors) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Pair pair : query.all()) {
            if (styled.entrySet().stream().anyMatch(field -> field.getValue().takes(field.getKey(), pair.name()))) {
                continue;
            }
            TextCoding.FORM
                    .decode(pair.raw())
                    .ifPresentOrElse(
                            text -> texts.computeIfAbsent(pair.name(), absent -> new ArrayList<>(1))
                                    .add(text),
                            () -> errors.add(undecodable(Pointers.append("", pair.name()), pair.raw())));
        }
        return texts;
    }

    private Written field(String name, List<String> texts, List<SchemaError> errors) {
        SchemaShape shape = converter.shape().property(name);
        String pointer = Pointers.append("", name);
        boolean list = shape.allows(JsonType.ARRAY) && (texts.size() > 1 || STRUCTURES.containsAll(shape.types()));
        if (!list) {
            return texts.size() == 1 && isJson(name, shape)
                    ? json(pointer, texts.get(0), errors)
                    : new Written.Repeated(texts);
        }
        List<Written> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            items.add(
                    isJson(name, shape.item(i))
                            ? json(pointer + "/" + i, texts.get(i), errors)
                            : new Written.Text(texts.get(i)));
        }
        return new Written.Items(items);
    }

    /** By the encoding or, where it does not say, by the schema. */
    private boolean isJson(String name, SchemaShape shape) {
        List<String> types = Optional.ofNullable(encodings.get(name))
                .map(Encoding::contentTypes)
                .orElse(List.of());
        return types.isEmpty()
                ? STRUCTURES.containsAll(shape.types())
                : types.stream()
                        .allMatch(type ->
                                MediaType.parse(type).filter(MediaType::isJson).isPresent());
    }

    private Written json(String pointer, String text, List<SchemaError> errors) {
        return json.read(text.getBytes(StandardCharsets.UTF_8)).<Written>fold(Written.Json::new, found -> {
            found.forEach(error -> errors.add(at(pointer, error)));
            return new Written.Text(text);
        });
    }

    private static SchemaError at(String pointer, SchemaError error) {
        return new SchemaError(pointer + error.pointer(), error.keyword(), error.message(), error.schemaLocation());
    }

    private static SchemaError undecodable(String pointer, String raw) {
        return new SchemaError(pointer, "encoding", "'" + raw + "' is not percent-encoded UTF-8", "");
    }
}
