package dev.writ.engine.schema.evaluate;

import dev.writ.engine.model.Dialect;
import dev.writ.engine.schema.Vocabularies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keywords of a dialect, and what each is compiled to. All others mean nothing. */
final class KeywordTable {
    private record Entry(String vocabulary, Function<SchemaSource, Optional<Keyword>> compiler) {}

    private static final KeywordTable OPENAPI_3_1 = new KeywordTable();
    private static final KeywordTable OPENAPI_3_0 = new KeywordTable();

    static {
        both("validation", "type", TypeKeyword::of);
        both("validation", "enum", EnumKeyword::ofEnum);
        both("validation", "multipleOf", MultipleOf::of);
        both("validation", "minimum", Bound::minimum);
        both("validation", "maximum", Bound::maximum);
        both("validation", "minLength", Length::min);
        both("validation", "maxLength", Length::max);
        both("validation", "pattern", PatternKeyword::of);
        both("validation", "minItems", Size::minItems);
        both("validation", "maxItems", Size::maxItems);
        both("validation", "uniqueItems", UniqueItems::of);
        both("validation", "minProperties", Size::minProperties);
        both("validation", "maxProperties", Size::maxProperties);
        both("validation", "required", Required::of);
        both("format", "format", FormatKeyword::of);
        both("core", "$ref", Reference::of);
        both("applicator", "allOf", AllOf::of);
        both("applicator", "anyOf", AnyOf::of);
        both("applicator", "oneOf", OneOf::of);
        both("applicator", "not", Not::of);
        both("applicator", "items", Items::of);
        both("applicator", "properties", Members::of);
        both("applicator", "additionalProperties", unless(Members::of, "properties"));
        OPENAPI_3_0.entries.put("discriminator", new Entry("applicator", SubtypeChoice::of));
        since31("core", "$dynamicRef", DynamicReference::of);
        since31("validation", "const", EnumKeyword::ofConst);
        since31("validation", "exclusiveMinimum", Bound::exclusiveMinimum);
        since31("validation", "exclusiveMaximum", Bound::exclusiveMaximum);
        since31("validation", "dependentRequired", DependentRequired::of);
        since31("applicator", "prefixItems", unless(Items::of, "items"));
        since31("applicator", "contains", Contains::of);
        since31("applicator", "if", Conditional::of);
        since31("applicator", "dependentSchemas", DependentSchemas::of);
        since31("applicator", "propertyNames", PropertyNames::of);
        since31("applicator", "patternProperties", unless(Members::of, "properties"));
        since31("applicator", "additionalProperties", unless(Members::of, "properties", "patternProperties"));
    }

    private final Map<String, Entry> entries = new HashMap<>();

    private KeywordTable() {}

    static KeywordTable of(Dialect dialect) {
        return dialect == Dialect.OPENAPI_3_0 ? OPENAPI_3_0 : OPENAPI_3_1;
    }

    Schema compile(SchemaSource source) {
        Vocabularies vocabularies =
                source.compilation().schemas().resource(source.schema()).vocabularies();
        List<Keyword> keywords = new ArrayList<>();
        // In OpenAPI 3.0 nothing beside a $ref means anything (OpenAPI 3.0.4, section 4.7.23.2).
        Iterable<String> names = source.is30() && source.has("$ref")
                ? List.of("$ref")
                : () -> source.schema().node().fieldNames();
        for (String name : names) {
            Entry entry = entries.get(name);
            if (entry != null && !vocabularies.disabled().contains(entry.vocabulary())) {
                entry.compiler().apply(source).ifPresent(keywords::add);
            }
        }
        List<Keyword> unevaluated = unevaluated(source, vocabularies);
        boolean alone = source.is30() && source.has("$ref");
        if (!alone) {
            HiddenMembers.of(source).ifPresent(keywords::add);
            Defaults.of(source).ifPresent(keywords::add);
            WriteOnly.of(source).ifPresent(keywords::add);
        }
        if (keywords.isEmpty() && unevaluated.isEmpty()) {
            return new AnySchema(source.place());
        }
        Set<String> optional = source.has("allOf")
                        || (source.has("$ref") && source.schema().node().size() > 1)
                ? Hidden.optional(source)
                : Set.of();
        return new ObjectSchema(
                source.place(),
                source.compilation().schemas().resource(source.schema()),
                keywords,
                unevaluated,
                optional);
    }

    private static List<Keyword> unevaluated(SchemaSource source, Vocabularies vocabularies) {
        List<Keyword> keywords = new ArrayList<>();
        if (!source.is30() && !vocabularies.disabled().contains("unevaluated")) {
            if (source.has("unevaluatedItems")) {
                UnevaluatedItems.of(source).ifPresent(keywords::add);
            }
            if (source.has("unevaluatedProperties")) {
                UnevaluatedProperties.of(source).ifPresent(keywords::add);
            }
        }
        return keywords;
    }

    private static void both(String vocabulary, String name, Function<SchemaSource, Optional<Keyword>> compiler) {
        OPENAPI_3_0.entries.put(name, new Entry(vocabulary, compiler));
        since31(vocabulary, name, compiler);
    }

    private static void since31(String vocabulary, String name, Function<SchemaSource, Optional<Keyword>> compiler) {
        OPENAPI_3_1.entries.put(name, new Entry(vocabulary, compiler));
    }

    /** Keywords that work together are compiled where the first of them, by this order, stands. */
    private static Function<SchemaSource, Optional<Keyword>> unless(
            Function<SchemaSource, Optional<Keyword>> compiler, String... leaders) {
        return source -> {
            for (String leader : leaders) {
                if (source.has(leader)) {
                    return Optional.empty();
                }
            }
            return compiler.apply(source);
        };
    }
}
