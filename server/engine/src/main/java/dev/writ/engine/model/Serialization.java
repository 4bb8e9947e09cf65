package dev.writ.engine.model;

import java.util.function.Function;

/** How the value of a parameter or header field becomes text. */
public sealed interface Serialization {

    <R> R fold(Function<Styled, ? extends R> styled, Function<Content, ? extends R> content);

    /**
     * By {@code style} and {@code explode}.
     *
     * @param allowReserved whether reserved characters (RFC 3986, section 2.2) may stand for themselves in a query
     */
    record Styled(Style style, boolean explode, boolean allowReserved) implements Serialization {
        @Override
        public <R> R fold(Function<Styled, ? extends R> styled, Function<Content, ? extends R> content) {
            return styled.apply(this);
        }
    }

    /** By {@code content}: as a document of its own, in a media type. */
    record Content(String mediaType) implements Serialization {
        @Override
        public <R> R fold(Function<Styled, ? extends R> styled, Function<Content, ? extends R> content) {
            return content.apply(this);
        }
    }
}
