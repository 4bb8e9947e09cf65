package dev.writ.codegen;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contents among which a response has the choice. */
record Content(String mediaType, Optional<JavaType> body) {
    private static final String PROBLEM = "application/problem+json";

    /** One without media type and body where the contract declares no content. */
    static List<Content> of(ApiResponse response, Types types) {
        List<Content> contents = new ArrayList<>();
        if (response.getContent() != null) {
            response.getContent()
                    .forEach((mediaType, declared) -> bodies(mediaType, declared, types)
                            .forEach(body -> contents.add(new Content(mediaType, Optional.of(body)))));
        }
        return contents.isEmpty() ? List.of(new Content("", Optional.empty())) : contents;
    }

    /** True if the engine writes the body. */
    boolean problem() {
        return mediaType.equals(PROBLEM);
    }

    /** True if the media type is for the resource to say. */
    boolean open() {
        return mediaType.contains("*");
    }

    private static List<JavaType> bodies(String mediaType, MediaType declared, Types types) {
        return Sequences.is(mediaType)
                ? Sequences.answered(mediaType, declared, types)
                : List.of(body(mediaType, declared.getSchema(), types));
    }

    /** What a media type without schema carries: text, anything that JSON can say, or bytes. */
    static JavaType body(String mediaType, @Nullable Schema<?> schema, Types types) {
        if (Sequences.is(mediaType)) {
            return Sequences.received(schema, types);
        }
        JavaType type = schema == null ? JavaType.OBJECT : types.of(schema);
        if (MediaTypes.json(mediaType) || !type.equals(JavaType.OBJECT)) {
            return type;
        }
        return mediaType.startsWith("text/") ? JavaType.STRING : JavaType.INPUT_STREAM;
    }
}
