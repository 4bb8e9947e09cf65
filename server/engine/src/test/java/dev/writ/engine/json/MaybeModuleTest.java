package dev.writ.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writ.api.Maybe;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaybeModuleTest {
    private final ObjectMapper mapper =
            JsonMapper.builder().addModule(new MaybeModule()).build();

    record Note(
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<String> text,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<List<Integer>> numbers) {}

    @Test
    void an_absent_property_is_absent_and_stays_out() throws JsonProcessingException {
        assertRoundTrip("{}", new Note(Maybe.absent(), Maybe.absent()));
    }

    @Test
    void a_null_is_a_null() throws JsonProcessingException {
        assertRoundTrip("{\"text\":null,\"numbers\":null}", new Note(Maybe.ofNull(), Maybe.ofNull()));
    }

    @Test
    void a_value_has_its_type() throws JsonProcessingException {
        assertRoundTrip("{\"text\":\"a\",\"numbers\":[1,2]}", new Note(Maybe.of("a"), Maybe.of(List.of(1, 2))));
    }

    @Test
    void an_empty_value_is_a_value() throws JsonProcessingException {
        assertRoundTrip("{\"text\":\"\",\"numbers\":[]}", new Note(Maybe.of(""), Maybe.of(List.of())));
    }

    @Test
    void a_maybe_alone_is_written_as_what_it_holds() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(Maybe.of("a"))).isEqualTo("\"a\"");
        assertThat(mapper.writeValueAsString(Maybe.ofNull())).isEqualTo("null");
    }

    private void assertRoundTrip(String json, Note note) throws JsonProcessingException {
        assertThat(mapper.readValue(json, Note.class)).isEqualTo(note);
        assertThat(mapper.writeValueAsString(note)).isEqualTo(json);
    }
}
