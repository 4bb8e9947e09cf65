package dev.writ.engine.parse;

import dev.writ.engine.model.Header;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads parameters, the fields of forms and header fields, whose schemas are not told apart from themselves (Swagger 2.0,
 * sections 5.2.10, 5.2.11 and 5.2.15).
 */
final class SwaggerParameters {
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array");

    /** But for {@code csv} and {@code multi}, which every place writes in its own way. */
    private static final Map<String, Style> DELIMITED =
            Map.of("ssv", Style.SPACE_DELIMITED, "pipes", Style.PIPE_DELIMITED, "tsv", Style.TAB_DELIMITED);

    private SwaggerParameters() {}

    /** Empty for what belongs to the body, and for what has faults. */
    static Optional<Parameter> parameter(Element element) {
        Optional<String> where = element.text("in");
        Optional<In> in = where.flatMap(In::of).filter(place -> place != In.COOKIE);
        if (in.isEmpty()) {
            where.filter(text -> !SwaggerBodies.isBody(element) && !SwaggerBodies.isField(element))
                    .ifPresent(text ->
                            element.at("in").fault("'" + text + "' is not path, query, header, formData or body"));
            return Optional.empty();
        }
        boolean required = element.flag("required", false);
        if (in.get() == In.PATH && !required) {
            element.warnOnce("a path parameter must have 'required: true'; it is required");
        }
        boolean emptyValue = ParameterReader.ofQuery(element, "allowEmptyValue", in.get());
        if (!isDescribed(element)) {
            return Optional.empty();
        }
        return element.text("name")
                .map(name -> new Parameter(
                        name,
                        in.get(),
                        required || in.get() == In.PATH,
                        emptyValue,
                        styled(element, in.get() == In.QUERY),
                        schema(element),
                        element.place()));
    }

    /** Empty for what is ignored, and for what has faults. */
    static Optional<Header> header(String name, Element element) {
        boolean ignored = name.equalsIgnoreCase("Content-Type");
        return ignored || !isDescribed(element)
                ? Optional.empty()
                : Optional.of(new Header(name, false, styled(element, false), schema(element), element.place()));
    }

    static SchemaNode schema(Element element) {
        return new SchemaNode(element.place(), SwaggerSchema.inline(element.node()));
    }

    /** How an array becomes text; {@code repeats} is whether the place may have a name several times. */
    static Serialization.Styled styled(Element element, boolean repeats) {
        String format = element.text("collectionFormat").orElse("csv");
        Style plain = repeats ? Style.FORM : Style.SIMPLE;
        return switch (format) {
            case "multi" -> {
                if (!repeats) {
                    element.at("collectionFormat").fault("'multi' is for query and formData parameters only");
                }
                yield new Serialization.Styled(plain, true, false);
            }
            case "csv" -> new Serialization.Styled(plain, false, false);
            default -> {
                Optional<Style> style = Optional.ofNullable(DELIMITED.get(format));
                if (style.isEmpty()) {
                    element.at("collectionFormat").fault("'" + format + "' is not csv, ssv, tsv, pipes or multi");
                }
                yield new Serialization.Styled(style.orElse(plain), false, false);
            }
        };
    }

    static boolean isArray(Element element) {
        return element.text("type").filter("array"::equals).isPresent();
    }

    /** Whether it says what its value is; if not, that is reported. */
    static boolean isDescribed(Element element) {
        if (element.child("schema").isPresent()) {
            element.at("schema").fault("'schema' is for body parameters: others have 'type' and what goes with it");
            return false;
        }
        if (element.child("type").isEmpty()) {
            element.fault("'type' is missing");
            return false;
        }
        String type = element.text("type").orElse("");
        boolean file = SwaggerSchema.isFile(element.node());
        if (file && !SwaggerBodies.isField(element)) {
            element.at("type").fault("'file' is for formData parameters and for responses");
            return false;
        }
        if (!file && !TYPES.contains(type)) {
            element.at("type").fault("must be one of string, number, integer, boolean, array");
            return false;
        }
        if (!isArray(element)) {
            saysNothingOfCollections(element);
            return true;
        }
        return isArrayOfPlainValues(element);
    }

    private static void saysNothingOfCollections(Element plain) {
        plain.child("collectionFormat").ifPresent(at -> at.warn("says nothing of a value that is no array"));
    }

    private static boolean isArrayOfPlainValues(Element element) {
        Optional<Element> items = element.child("items");
        if (items.isEmpty()) {
            element.fault("'items' is missing");
        }
        if (items.filter(Element::isReference).isPresent()) {
            items.get().at("$ref").fault("'$ref' is for schemas: items of a parameter say their type themselves");
            return false;
        }
        Optional<Element> nested = items.filter(SwaggerParameters::isArray);
        nested.ifPresent(at -> at.fault("an array within an array cannot be read: OpenAPI 3 has no such style"));
        items.filter(item -> !isArray(item)).ifPresent(SwaggerParameters::saysNothingOfCollections);
        return items.isPresent() && nested.isEmpty();
    }
}
