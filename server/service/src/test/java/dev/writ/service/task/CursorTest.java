package dev.writ.service.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 42, 999_999_999_999_999_999L})
    void a_cursor_leads_back_to_its_place(long id) {
        String cursor = Cursor.after(id);
        assertThat(cursor).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(Cursor.parse(cursor)).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "abc", "!!!!", "YWZ0ZXI6", "YWZ0ZXI6LTE", "YWZ0ZXI6MTIzNDU2Nzg5MDEyMzQ1Njc4OTA"})
    void what_is_no_cursor_of_ours_leads_nowhere(String cursor) {
        assertThat(Cursor.parse(cursor)).isEmpty();
    }
}
