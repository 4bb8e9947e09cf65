package dev.writ.engine.handler;

import dev.writ.engine.core.Call;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.stream.Sources;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * How a value alone is answered.
 *
 * @param mediaType empty for no content
 */
record Success(int status, Optional<String> mediaType) {

    /**
     * The lowest success that the value, or none, could be.
     *
     * @throws IllegalStateException if the operation declares none
     */
    static Success of(Call call, @Nullable Object value) {
        List<ResponseDeclaration> declared = call.operation().responses().stream()
                // Which part of a 200 becomes a 206 is for the engine to say.
                .filter(response ->
                        response.status().startsWith("2") && !response.status().equals("206"))
                .filter(response -> response.content().isEmpty() == (value == null))
                .sorted(Comparator.comparingInt((ResponseDeclaration response) -> status(response))
                        .thenComparing(ResponseDeclaration::status))
                .toList();
        for (ResponseDeclaration response : declared) {
            if (value == null) {
                return new Success(status(response), Optional.empty());
            }
            List<MediaType> offers = offers(response, value);
            if (!offers.isEmpty()) {
                MediaType type =
                        call.request().headers().accept().choose(offers).orElse(offers.get(0));
                return new Success(status(response), Optional.of(type.essence()));
            }
        }
        throw new IllegalStateException(call.operation() + " declares no success "
                + (value == null ? "without content" : "whose content " + value.getClass() + " could be"));
    }

    /** Whether the value can only be sent as it comes, not as one value of JSON. */
    private static boolean isOnce(Object value) {
        return value instanceof Flow.Publisher || value instanceof BaseStream || value instanceof Iterator;
    }

    /** {@code 2XX} begins with 200. */
    private static int status(ResponseDeclaration response) {
        return Integer.parseInt(response.status().replace('X', '0'));
    }

    private static List<MediaType> offers(ResponseDeclaration response, Object value) {
        boolean sequence = Sources.of(value).isPresent();
        boolean raw = value instanceof byte[]
                || value instanceof InputStream
                || FileAnswer.file(value).isPresent();
        boolean text = value instanceof CharSequence;
        return response.content().stream()
                .flatMap(content -> MediaType.parse(content.mediaType()).stream())
                .filter(type -> type.isJson()
                        ? !raw && !isOnce(value)
                        : raw || text || (sequence && SequentialFormat.of(type).isPresent()))
                .filter(type -> !type.subtype().equals("*"))
                .toList();
    }
}
