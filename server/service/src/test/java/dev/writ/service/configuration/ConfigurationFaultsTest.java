package dev.writ.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong, in the words in which it is told. */
class ConfigurationFaultsTest {
    private static final String URLS =
            "jdbc:sqlite:PATH, a file and nothing more, or jdbc:postgresql://HOST:PORT/DATABASE";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WRIT_HOST               | ''      | a name or an address, not ''
            WRIT_HOST               | ' '     | a name or an address, not ' '
            WRIT_HOST               | 'a b'   | a name or an address, not 'a b'
            WRIT_PORT               | ''      | a number from 0 to 65535, not ''
            WRIT_PORT               | 65536   | a number from 0 to 65535, not '65536'
            WRIT_PORT               | -1      | a number from 0 to 65535, not '-1'
            WRIT_PORT               | 80.0    | a number from 0 to 65535, not '80.0'
            WRIT_PORT               | 4294967296 | a number from 0 to 65535, not '4294967296'
            WRIT_PORT               | ٨٠      | a number from 0 to 65535, not '٨٠'
            WRIT_TRUSTED_PROXIES    | ''      | addresses and networks with commas between them, such as 127.0.0.1, 10.0.0.0/8, not ''
            WRIT_PROXY_FIELDS       | both    | either, forwarded or x_forwarded, not 'both'
            WRIT_PROXY_PREFIX       | yes     | true or false, not 'yes'
            WRIT_TRUSTED_PROXIES    | proxy   | addresses and networks with commas between them, such as 127.0.0.1, 10.0.0.0/8, not 'proxy'
            WRIT_RATE_LIMITS        | ' '     | OPERATION=N/PERIOD with commas between them, such as *=100/s by address, createTask=10/5m, not ' '
            WRIT_DATABASE_USER      | ''      | a name, not ''
            WRIT_DATABASE_PASSWORD  | ''      | a password
            WRIT_DATABASE_POOL_SIZE | 0       | a number from 1 to 100, not '0'
            WRIT_DATABASE_POOL_SIZE | 101     | a number from 1 to 100, not '101'
            WRIT_RESPONSE_CHECKS    | maybe   | enforce, report or off, not 'maybe'
            WRIT_LOG_FORMAT         | xml     | text or json, not 'xml'
            WRIT_LOG_LEVEL          | trace   | error, warn, info or debug, not 'trace'
            WRIT_SHUTDOWN_DELAY     | 301     | a number of seconds from 0 to 300, not '301'
            WRIT_SHUTDOWN_DELAY     | 5s      | a number of seconds from 0 to 300, not '5s'
            WRIT_SHUTDOWN_DEADLINE  | 0       | a number of seconds from 1 to 300, not '0'
            WRIT_SHUTDOWN_DEADLINE  | 301     | a number of seconds from 1 to 300, not '301'
            WRIT_CONFIG             | ''      | the path of a file, not ''
            """)
    void a_value_that_is_not_allowed(String name, String value, String allowed) {
        String postgresql = "jdbc:postgresql://db/writ";
        assertFaults(
                Map.of("WRIT_DATABASE_URL", postgresql, name, value),
                name + ", in the environment, must be " + allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite: ",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:a.db",
                "jdbc:sqlite:a.db?mode=ro",
            })
    void a_database_that_is_no_file_of_sqlite(String url) {
        assertFaults(
                Map.of("WRIT_DATABASE_URL", url),
                "WRIT_DATABASE_URL, in the environment, must be " + URLS + ", not '" + url + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "writ.db",
                "jdbc:oracle:x",
                "jdbc:postgresql:",
                "jdbc:postgresql://db/",
                "jdbc:postgresql://db?password=hush",
                "jdbc:postgresql://writ:hush@db/writ",
                "jdbc:postgresql://writ:hush@db:5432/writ",
                "jdbc:postgresql://db:hush/writ",
            })
    void a_database_that_is_none_is_not_repeated_because_any_part_of_it_could_be_a_password(String url) {
        assertFaults(Map.of("WRIT_DATABASE_URL", url), "WRIT_DATABASE_URL, in the environment, must be " + URLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql:writ", "jdbc:postgresql://a:1,b:2/writ", "jdbc:postgresql:///writ"})
    void a_database_as_the_driver_takes_it(String url) {
        assertThat(ConfigurationReader.read(Map.of(), Map.of("WRIT_DATABASE_URL", url))
                        .configuration()
                        .database()
                        .url())
                .isEqualTo(url);
    }

    @Test
    void every_rate_limit_that_is_none() {
        assertFaults(
                Map.of("WRIT_RATE_LIMITS", "*=10/s, createTask=0/s, updateTask, deleteTask=5/2d"),
                "WRIT_RATE_LIMITS, in the environment, has 'createTask=0/s': a rate limit has 1 to 1000000 requests, not 0",
                "WRIT_RATE_LIMITS, in the environment, has 'updateTask': it is not OPERATION=N/PERIOD, such as *=100/s by address"
                        + " or createTask=10/5m",
                "WRIT_RATE_LIMITS, in the environment, has 'deleteTask=5/2d': a rate limit has a period from 1 ms to 1 d, not"
                        + " PT48H");
    }

    @Test
    void credentials_for_a_file() {
        assertFaults(
                Map.of("WRIT_DATABASE_USER", "writ", "WRIT_DATABASE_PASSWORD", "hush"),
                "WRIT_DATABASE_USER, in the environment, is for PostgreSQL, but WRIT_DATABASE_URL, by default, names a"
                        + " SQLite file",
                "WRIT_DATABASE_PASSWORD, in the environment, is for PostgreSQL, but WRIT_DATABASE_URL, by default,"
                        + " names a SQLite file");
    }

    @Test
    void credentials_twice() {
        assertFaults(
                Map.of(
                        "WRIT_DATABASE_URL", "jdbc:postgresql://db/writ?user=a&password=hush",
                        "WRIT_DATABASE_USER", "b",
                        "WRIT_DATABASE_PASSWORD", "hush"),
                "WRIT_DATABASE_USER, in the environment, is given in WRIT_DATABASE_URL, in the environment, as well",
                "WRIT_DATABASE_PASSWORD, in the environment, is given in WRIT_DATABASE_URL, in the environment, as well");
    }

    @Test
    void names_that_are_no_settings_and_all_else_in_one_message() {
        assertFaults(
                Map.of("WRIT_PROT", "1", "WRIT_COLOUR", "red", "WRIT_DATABASE_PASSWRD", "hush", "WRIT_LOG_LEVEL", "1"),
                "WRIT_COLOUR, in the environment, is no setting; --help lists them",
                "WRIT_DATABASE_PASSWRD, in the environment, is no setting; did you mean WRIT_DATABASE_PASSWORD?",
                "WRIT_LOG_LEVEL, in the environment, must be error, warn, info or debug, not '1'",
                "WRIT_PROT, in the environment, is no setting; did you mean WRIT_PORT?");
    }

    @Test
    void a_value_that_something_stronger_replaces() {
        assertThatThrownBy(() -> ConfigurationReader.read(Map.of("WRIT_PORT", "80"), Map.of("WRIT_PORT", "many")))
                .hasMessageContaining("WRIT_PORT, in the environment, must be a number");
    }

    @Test
    void a_fault_takes_one_line() {
        assertFaults(
                Map.of("WRIT_PORT", "1\n2\u001b[31m"),
                "WRIT_PORT, in the environment, must be a number from 0 to 65535, not '1?2?[31m'");
    }

    @Test
    void lines_of_a_file_that_cannot_be_taken() throws Exception {
        Path file = Files.writeString(folder.resolve("writ.conf"), """
                WRIT_PORT=many
                hush
                =hush
                WRIT_HOST=a
                WRIT_HOST=b
                WRIT_DATABASE_PASSWORD='hush
                export WRIT_PORT=1
                WRIT_CONFIG=other.conf
                HOST=a
                """);
        assertFaults(Map.of("WRIT_CONFIG", file.toString()), """
                The line at FILE:2 is not KEY=value
                The line at FILE:3 is not KEY=value
                WRIT_HOST, at FILE:5, is set already at FILE:4
                WRIT_DATABASE_PASSWORD, at FILE:6, has a value with a quote or backslash that is not between quotes, \
                or quotes that do not end
                The line at FILE:7 is not KEY=value
                WRIT_PORT, at FILE:1, must be a number from 0 to 65535, not 'many'
                WRIT_CONFIG, at FILE:8, cannot be set in a file
                HOST, at FILE:9, is no setting; --help lists them""".replace("FILE", file.toString())
                .split("\n"));
    }

    @Test
    void a_file_that_cannot_be_read() throws Exception {
        Path none = folder.resolve("none");
        assertFaults(
                Map.of("WRIT_CONFIG", none.toString()),
                "WRIT_CONFIG, in the environment, names the file '" + none + "', which cannot be read: there is none");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'A', '=', (byte) 0xe9});
        assertFaults(
                Map.of("WRIT_CONFIG", latin.toString()),
                "WRIT_CONFIG, in the environment, names the file '" + latin
                        + "', which cannot be read: it is not UTF-8");
        assertThat(catchThrowable(() -> ConfigurationReader.read(Map.of("WRIT_CONFIG", folder.toString()), Map.of())))
                .hasMessageContaining(
                        "WRIT_CONFIG, by --config, names the file '" + folder + "', which cannot be read: ");
    }

    private static void assertFaults(Map<String, String> environment, String... faults) {
        assertThatThrownBy(() -> ConfigurationReader.read(Map.of(), environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The configuration has faults:\n  " + String.join("\n  ", faults));
    }
}
