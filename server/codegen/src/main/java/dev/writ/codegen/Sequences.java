package dev.writ.codegen;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of content that is a sequence of items, by media type, as the engine reads the contract. */
final class Sequences {
    private static final Set<String> JSON = Set.of(
            "application/jsonl",
            "application/jsonlines",
            "application/x-jsonlines",
            "application/x-ndjson",
            "application/ndjson",
            "application/json-seq");

    private static final String EVENTS = "text/event-stream";
    private static final String STREAM = "java.util.stream.Stream";
    private static final String PUBLISHER = "java.util.concurrent.Flow.Publisher";

    private Sequences() {}

    static boolean is(String mediaType) {
        String essence = essence(mediaType);
        return JSON.contains(essence) || essence.endsWith("+json-seq") || essence.equals(EVENTS);
    }

    /** What a body is handed over as. */
    static JavaType received(@Nullable Schema<?> schema, Types types) {
        return JavaType.of(STREAM, item(schema, types));
    }

    /** What an answer may be given as: an {@code itemSchema} is of events as a whole, another schema may be of their data. */
    static List<JavaType> answered(String mediaType, MediaType declared, Types types) {
        Schema<?> schema = declared.getSchema();
        JavaType item = item(schema, types);
        boolean wrapped = essence(mediaType).equals(EVENTS) && !hasItemSchema(declared) && !types.isEvent(schema);
        JavaType sent = wrapped ? JavaType.of("dev.writ.api.ServerSentEvent", item) : item;
        return List.of(JavaType.of(STREAM, sent), JavaType.of(PUBLISHER, sent));
    }

    private static boolean hasItemSchema(MediaType declared) {
        return declared.getExtensions() != null && declared.getExtensions().containsKey(OpenApi32Parts.ITEMS);
    }

    /** Of an array its items; any other schema is that of an item. */
    private static JavaType item(@Nullable Schema<?> schema, Types types) {
        JavaType type = schema == null ? JavaType.OBJECT : types.of(schema);
        return type.list() ? type.arguments().get(0) : type.boxed();
    }

    private static String essence(String mediaType) {
        return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
