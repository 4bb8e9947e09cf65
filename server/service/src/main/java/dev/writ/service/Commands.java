package dev.writ.service;

import dev.writ.engine.model.ContractException;
import dev.writ.service.configuration.ConfigurationException;
import dev.writ.service.configuration.ConfigurationOptions;
import dev.writ.service.database.BackupException;
import dev.writ.service.database.DatabaseOpenException;
import dev.writ.service.database.DatabaseUnavailableException;
import dev.writ.service.terminal.PasswordInput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands of the jar and how they end: with status 0; with 2 and a word on standard error for what the operator can
 * put right; with 1 and a stack trace in the log for what nobody expected.
 */
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int WIDTH = 120;
    /** Failures whose message is for the operator. */
    private static final List<Class<? extends Exception>> EXPECTED = List.of(
            ConfigurationException.class,
            ContractException.class,
            DatabaseOpenException.class,
            DatabaseUnavailableException.class,
            BackupException.class,
            IOException.class,
            UncheckedIOException.class);

    private Commands() {}

    static int execute(Map<String, String> environment, String... args) {
        Logging.silenceDrivers();
        return line(new ConfigurationOptions(environment), Shutdown.atExit()).execute(args);
    }

    /** A subcommand is a class of its own, added here. */
    static CommandLine line(ConfigurationOptions options, Shutdown shutdown) {
        CommandLine line = new CommandLine(new Main(options, shutdown));
        options.addTo(line.getCommandSpec());
        Maintenance maintenance = new Maintenance(options);
        line.addSubcommand(new UsersCommand(maintenance, PasswordInput.ofProcess()));
        line.addSubcommand(new DataCommand(maintenance, new FileOutputStream(FileDescriptor.out)));
        line.addSubcommand(new ArchiveCommand());
        line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        return line.setUsageHelpWidth(WIDTH)
                .setExecutionStrategy(Commands::run)
                .setParameterExceptionHandler(Commands::misused)
                .setExecutionExceptionHandler(Commands::failed);
    }

    /** Options of the service before another command would be without effect: only the file is for all commands. */
    private static int run(ParseResult parsed) {
        parsed.matchedOptions().stream()
                .filter(option -> parsed.hasSubcommand() && option.scopeType() == ScopeType.LOCAL)
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(), option.longestName() + " is no option of this command");
                });
        return new RunLast().execute(parsed);
    }

    /** What should not be there is not repeated: it may be a password. */
    private static String told(ParameterException fault) {
        return fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? "This is more than the command takes."
                : String.valueOf(fault.getMessage()).replaceAll("=[^']*'", "=...'");
    }

    private static int misused(ParameterException fault, String[] args) {
        CommandLine line = fault.getCommandLine();
        line.getErr().println(told(fault));
        UnmatchedArgumentException.printSuggestions(fault, line.getErr());
        line.getErr().println("--help lists all options.");
        return ExitCode.USAGE;
    }

    private static String message(Exception failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(
                failure instanceof UncheckedIOException && cause != null ? cause.getMessage() : failure.getMessage());
    }

    private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
        if (EXPECTED.stream().anyMatch(type -> type.isInstance(failure))) {
            line.getErr().println(message(failure));
            return ExitCode.USAGE;
        }
        LOG.error("Unexpected failure", failure);
        return ExitCode.SOFTWARE;
    }
}
