package dev.writ.engine.validate.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A body that the specification describes, and what a handler has to see of it.
 *
 * @param section of the specification, by its title
 * @param content the {@code content} of a request body, in YAML
 * @param type what {@code Content-Type} says of the body
 * @param body octets as ISO 8859-1 has them; the lines of {@code multipart} are written with line feeds alone
 * @param seen as {@link Forms} tells it
 */
record Example(String version, String section, String content, String type, String body, String seen) {
    private static final String BOUNDARY = "; boundary=x";

    static Stream<Example> of(String versions, String section, String content, String type, String body, String seen) {
        return Arrays.stream(versions.split(" ", -1))
                .map(version -> new Example(version, section, content, type, body, seen));
    }

    /** With the boundary {@code x}, and each line of {@code body} ended as it has to be. */
    static Stream<Example> ofParts(
            String versions, String section, String content, String type, String body, String seen) {
        return of(versions, section, content, type + BOUNDARY, body.replace("\n", "\r\n"), seen);
    }

    String told(String components) {
        return Forms.ofContent(version, content, components).send(type, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return version + " " + section;
    }
}
