package dev.writ.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Place;
import dev.writ.engine.parse.ContractReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    private static final Place PLACE = new Place(
            ContractReader.parse("t.yaml", "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}}")
                    .document(),
            "");

    private static final MediaTypes TYPES = new MediaTypes(List.of(
            type("text/*"),
            type("application/json"),
            type("application/json; version=2"),
            type("text/plain; charset=utf-8"),
            type("image/*")));

    private static MediaTypeObject type(String mediaType) {
        return new MediaTypeObject(mediaType, Optional.empty(), PLACE);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "APPLICATION/JSON, application/json",
        "application/json; charset=utf-8, application/json",
        "application/json; version=2, application/json; version=2",
        "application/json; version=3, application/json",
        "application/problem+json, none",
        "application/xml, none",
        "text/plain, text/plain; charset=utf-8",
        "text/plain; charset=UTF-8, text/plain; charset=utf-8",
        "text/plain; charset=latin1, text/*",
        "text/csv, text/*",
        "image/png, image/*",
        "video/mp4, none",
    })
    void the_most_specific_one_applies(String sent, String expected) {
        assertThat(TYPES.choose(MediaType.parse(sent).orElseThrow())
                        .map(MediaTypeObject::mediaType)
                        .orElse("none"))
                .isEqualTo(expected);
    }
}
