package dev.writ.engine.model;

import java.util.function.Function;

/** How the value of a parameter or header field becomes text. */
public sealed interface Serialization {

    <R> R fold(Function<Styled, ? extends R> styled, Function<Content, ? extends R> content);

    /**
     * By {@code style} and {@code explode}.
     *
     * @param allowReserved whether all reserved characters (RFC 3986, section 2.2) stand for themselves in a query, a plus
     *     among them
     */
    record Styled(Style style, boolean explode, boolean allowReserved) implements Serialization {
        @Override
        public <R> R fold(Function<Styled, ? extends R> styled, Function<Content, ? extends R> content) {
            return styled.apply(this);
        }
    }

    /**
     * By {@code content}: as a document of its own, in a media type.
     *
     * @param encodings of the parts, where the media type has parts
     */
    record Content(String mediaType, Encodings encodings) implements Serialization {
        /** In a media type that has no parts. */
        public Content(String mediaType) {
            this(mediaType, Encodings.NONE);
        }

        @Override
        public <R> R fold(Function<Styled, ? extends R> styled, Function<Content, ? extends R> content) {
            return content.apply(this);
        }
    }
}
