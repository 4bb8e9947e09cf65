package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/todo?password=s3cr3t",
                "jdbc:postgresql://127.0.0.1:1/todo?user=u&PASSWORD=s3cr3t&ssl=false",
                "jdbc:postgresql://127.0.0.1:1/todo?sslpassword=s3cr3t",
                "jdbc:postgresql://u:s3cr3t@127.0.0.1:1/todo",
                "jdbc:postgresql://127.0.0.1:port/todo?password=s3cr3t",
                "jdbc:sqlite:/tmp/a.db?password=s3cr3t",
                "jdbc:mysql://u:s3cr3t@localhost/todo"
            })
    void a_password_shows_neither_in_the_settings_nor_in_what_is_said_when_they_do_not_work(String url) {
        DatabaseSettings settings = new DatabaseSettings(url, Optional.of("ada"), Optional.of("s3cr3t"), 3);

        assertThat(settings.toString()).contains("ada", "***", "poolSize=3").doesNotContain("s3cr3t");
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseOpenException.class)
                .hasMessageContaining("***")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("s3cr3t"));
    }

    @Test
    void what_is_no_password_shows() {
        assertThat(DatabaseSettings.of("jdbc:postgresql://h:1/todo?user=u&password=p&ssl=true"))
                .hasToString("DatabaseSettings[url=jdbc:postgresql://h:1/todo?user=u&password=********&ssl=true,"
                        + " user=Optional.empty, password=Optional.empty, poolSize=10]");
    }

    @Test
    void a_pool_without_room_is_refused() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:sqlite:a.db", Optional.empty(), Optional.empty(), 0))
                .hasMessageContaining("0");
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
