package dev.writ.engine.handler;

import dev.writ.engine.core.Call;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.ResponseDeclaration;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
                .filter(response -> response.status().startsWith("2"))
                .filter(response -> response.content().isEmpty() == (value == null))
                .sorted(Comparator.comparing(ResponseDeclaration::status))
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

    /** {@code 2XX} begins with 200. */
    private static int status(ResponseDeclaration response) {
        return Integer.parseInt(response.status().replace('X', '0'));
    }

    private static List<MediaType> offers(ResponseDeclaration response, Object value) {
        boolean raw = value instanceof byte[]
                || value instanceof InputStream
                || FileAnswer.file(value).isPresent();
        boolean text = value instanceof CharSequence;
        return response.content().stream()
                .flatMap(content -> MediaType.parse(content.mediaType()).stream())
                .filter(type -> type.isJson() ? !raw : raw || text)
                .filter(type -> !type.subtype().equals("*"))
                .toList();
    }
}
