package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads parameters and header fields (OpenAPI 3.1, sections 4.8.12 and 4.8.21). */
final class ParameterReader {
    /** Their definitions are to be ignored. */
    private static final Set<String> NOT_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private ParameterReader() {}

    /** Empty for what is ignored, and for what has faults. */
    static Optional<Parameter> parameter(Element element) {
        boolean whole = element.isFrom(Version.V3_2);
        Optional<String> where = element.text("in");
        Optional<In> in = where.flatMap(In::of).filter(place -> place != In.QUERYSTRING || whole);
        if (in.isEmpty()) {
            where.ifPresent(text -> element.at("in")
                    .fault("'" + text + "' is not path, query, " + (whole ? "querystring, " : "")
                            + "header or cookie"
                            + (text.equals("querystring") ? ": that came with OpenAPI 3.2" : "")));
            return Optional.empty();
        }
        Optional<String> name = element.text("name")
                .or(() -> in.filter(place -> place == In.QUERYSTRING).map(In::text));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (in.get() == In.HEADER && NOT_PARAMETERS.contains(name.get().toLowerCase(Locale.ROOT))) {
            element.warnOnce("a header parameter '" + name.get() + "' is ignored: OpenAPI has other fields for that");
            return Optional.empty();
        }
        boolean required = element.flag("required", false);
        if (in.get() == In.PATH && !required) {
            element.warnOnce("a path parameter must have 'required: true'; it is required");
        }
        boolean emptyValue = ofQuery(element, "allowEmptyValue", in.get());
        if (in.get() == In.QUERYSTRING && element.child("content").isEmpty()) {
            element.fault("'content' is missing: the whole query is described by a media type");
            return Optional.empty();
        }
        return schema(element)
                .map(schema -> new Parameter(
                        name.get(),
                        in.get(),
                        required || in.get() == In.PATH,
                        emptyValue,
                        serialization(element, in.get()),
                        schema,
                        element.place()));
    }

    /** Empty for what is ignored, and for what has faults. */
    static Optional<Header> header(String name, Element element) {
        if (name.equalsIgnoreCase("Content-Type")) {
            return Optional.empty();
        }
        ofQuery(element, "allowEmptyValue", In.HEADER);
        return schema(element)
                .map(schema -> new Header(
                        name,
                        element.flag("required", false),
                        serialization(element, In.HEADER),
                        schema,
                        element.place()));
    }

    /**
     * Whether a plus may stand for itself in a query. From 3.2 on it never does, so that the field says nothing to those who
     * decode (OpenAPI 3.2, section 4.12.4 and appendix E).
     */
    static boolean allowReserved(Element element, In in, Style style) {
        if (!element.isFrom(Version.V3_2)) {
            return ofQuery(element, "allowReserved", in);
        }
        if (element.flag("allowReserved", false) && (in == In.HEADER || style == Style.COOKIE)) {
            element.at("allowReserved").warn("'allowReserved' says nothing here: nothing is percent-encoded");
        }
        return false;
    }

    /** A flag that nothing but query parameters may have; false in other places, whatever it says. */
    static boolean ofQuery(Element element, String flag, In in) {
        boolean set = element.flag(flag, false);
        if (set && in != In.QUERY) {
            element.at(flag).warn("'" + flag + "' is for query parameters only");
        }
        return set && in == In.QUERY;
    }

    static SchemaNode node(Element schema) {
        return new SchemaNode(schema.place(), schema.node());
    }

    private static Serialization serialization(Element element, In in) {
        return content(element)
                .<Serialization>map(content -> new Serialization.Content(
                        content.getKey(),
                        ContentReader.mediaType(content.getValue())
                                .flatMap(mediaType -> MediaType.parse(content.getKey())
                                        .map(type -> EncodingReader.encodings(mediaType, type)))
                                .orElse(Encodings.NONE)))
                .orElseGet(() -> StyleReader.styled(element, in));
    }

    /** That of {@code schema}, or of the one media type in {@code content}. */
    private static Optional<SchemaNode> schema(Element element) {
        boolean byContent = element.child("content").isPresent();
        if (byContent == element.child("schema").isPresent()) {
            element.fault(byContent ? "only one of 'schema' and 'content' may be there" : "'schema' is missing");
            return Optional.empty();
        }
        if (!byContent) {
            return element.child("schema").map(ParameterReader::node);
        }
        if (element.members("content").size() != 1) {
            element.at("content").fault("must have exactly one media type");
            return Optional.empty();
        }
        Optional<Map.Entry<String, Element>> content = content(element);
        if (content.isEmpty()) {
            element.members("content").forEach((name, type) -> type.fault("'" + name + "' is no media type"));
        }
        return content.map(Map.Entry::getValue)
                .flatMap(ContentReader::mediaType)
                .map(ParameterReader::ofContent);
    }

    /** Anything, where there is none. */
    private static SchemaNode ofContent(Element mediaType) {
        mediaType
                .child("itemSchema")
                .ifPresent(items -> items.warn("'itemSchema' is for bodies: items of a parameter are not checked"));
        return mediaType
                .child("schema")
                .map(ParameterReader::node)
                .orElseGet(() -> new SchemaNode(mediaType.place(), JsonNodeFactory.instance.objectNode()));
    }

    private static Optional<Map.Entry<String, Element>> content(Element element) {
        return element.members("content").entrySet().stream()
                .findFirst()
                .flatMap(entry -> MediaType.parse(entry.getKey())
                        .map(type -> Map.entry(ContentReader.text(type), entry.getValue())));
    }
}
