package dev.writ.engine.model;

import java.util.Arrays;
import java.util.Optional;

/** How the value of a parameter is written (OpenAPI 3.1, section 4.8.12.3). */
public enum Style {
    MATRIX("matrix"),
    LABEL("label"),
    SIMPLE("simple"),
    FORM("form"),
    SPACE_DELIMITED("spaceDelimited"),
    PIPE_DELIMITED("pipeDelimited"),
    /** {@code collectionFormat: tsv} of Swagger 2.0, of which OpenAPI 3 has no counterpart. */
    TAB_DELIMITED("tsv"),
    DEEP_OBJECT("deepObject"),
    /** As {@link #FORM}, each name in a cookie of its own and nothing escaped (OpenAPI 3.2, section 4.12.3). */
    COOKIE("cookie");

    private final String text;

    Style(String text) {
        this.text = text;
    }

    /** As the contract spells it. */
    public String text() {
        return text;
    }

    public static Optional<Style> of(String text) {
        return Arrays.stream(values()).filter(style -> style.text.equals(text)).findFirst();
    }
}
