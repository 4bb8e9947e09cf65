package dev.writ.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is told about the settings is what they are. */
class SettingsTest {
    @Test
    void the_readme_has_the_table_of_settings() throws Exception {
        String rows = Settings.ALL.stream().map(SettingsTest::row).collect(Collectors.joining("\n"));
        String readme = Files.readString(Path.of("../../README.md"));
        assertThat(readme).contains("| --- | --- | --- | --- |\n" + rows + "\n\n");
    }

    @Test
    void the_help_has_every_setting_option_and_default() {
        CommandLine line = new CommandLine(CommandSpec.create());
        new ConfigurationOptions(Map.of()).addTo(line.getCommandSpec());
        String help = line.setUsageHelpWidth(200).getUsageMessage();
        for (Setting<?> setting : Settings.ALL) {
            assertThat(help).contains("  " + setting.name() + ": " + setting.allowed() + "\n");
            setting.flag().ifPresent(flag -> assertThat(help).contains(flag.name() + "=" + flag.label()));
            setting.fallback().ifPresent(value -> assertThat(help).contains("by default " + value + "\n"));
        }
    }

    @Test
    void options_are_read_from_the_command_line() {
        ConfigurationOptions options = new ConfigurationOptions(Map.of("WRIT_PORT", "1"));
        CommandLine line = new CommandLine(CommandSpec.create());
        options.addTo(line.getCommandSpec());
        line.parseArgs("--port", "2", "--host=there");
        assertThat(options.read().configuration().port()).isEqualTo(2);
        assertThat(options.read().configuration().host()).isEqualTo("there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config=none below", "below --config=none"})
    void a_command_below_has_the_option_that_names_the_file(String arguments) {
        ConfigurationOptions options = new ConfigurationOptions(Map.of());
        CommandLine line = new CommandLine(CommandSpec.create()).addSubcommand("below", CommandSpec.create());
        options.addTo(line.getCommandSpec());
        line.parseArgs(arguments.split(" "));
        assertThat(catchThrowable(options::read))
                .hasMessageContaining("WRIT_CONFIG, by --config, names the file 'none'");
    }

    @ParameterizedTest
    @CsvSource({
        "WRIT_PROT, WRIT_PORT",
        "WRIT_HSOT, WRIT_HOST",
        "writ_port, WRIT_PORT",
        "WRIT_LOGLEVEL, WRIT_LOG_LEVEL",
        "WRIT_LOG_FORMATS, WRIT_LOG_FORMAT",
        "WRIT_DATABASE_PASSWD, WRIT_DATABASE_PASSWORD",
        "WRIT_DATABASE_POOLSIZE, WRIT_DATABASE_POOL_SIZE",
        "WRIT_RESPONSE_CHECK, WRIT_RESPONSE_CHECKS",
        "WRIT_SHUTDOWN_DELAI, WRIT_SHUTDOWN_DELAY",
    })
    void a_slip_is_near_the_name_that_was_meant(String misspelt, String meant) {
        assertThat(NearestName.of(misspelt)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRIT_COLOUR", "WRIT_", "WRIT_X", "HOST", "WRIT_DATABASE_PASS", ""})
    void what_is_far_from_all_names_is_near_none(String name) {
        assertThat(NearestName.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "a, '', 1", "'', ab, 2", "abc, abc, 0", "abc, acb, 1", "abc, axc, 1", "ca, abc, 3"})
    void slips_are_counted(String left, String right, int distance) {
        assertThat(NearestName.distance(left, right)).isEqualTo(distance);
        assertThat(NearestName.distance(right, left)).isEqualTo(distance);
    }

    private static String row(Setting<?> setting) {
        String flag = setting.flag().map(option -> ", `" + option.name() + "`").orElse("");
        String fallback = setting.fallback().map(value -> " `" + value + "` ").orElse(" ");
        return "| `" + setting.name() + "`" + flag + " |" + fallback + "| " + setting.allowed() + " | "
                + setting.meaning() + " |";
    }
}
