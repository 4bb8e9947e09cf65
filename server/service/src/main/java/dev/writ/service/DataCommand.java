package dev.writ.service;

import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.service.task.LoadOutcome;
import dev.writ.service.task.TaskDump;
import dev.writ.service.task.TaskLoad;
import dev.writ.service.terminal.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data}: the tasks as a whole. What is told goes to standard error, as a dump has standard output for itself. */
@Command(name = "data", description = "Moves tasks in and out, and backs the embedded database up.")
final class DataCommand implements Runnable {
    private final Maintenance maintenance;
    private final OutputStream output;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** {@code output} is where a dump goes; it must tell when it takes no more. */
    DataCommand(Maintenance maintenance, OutputStream output) {
        this.maintenance = maintenance;
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "data: load, dump or backup?");
    }

    @Command(description = "Writes all tasks to standard output, as lines of JSON.")
    int dump() throws IOException {
        return maintenance.run(database -> {
            TaskDump dump = new TaskDump(ServiceBinder.taskArchive(database), contract());
            long tasks;
            try (Progress progress = Progress.on(err())) {
                tasks = dump.write(new BufferedOutputStream(output), progress);
            }
            return done("Dumped " + count(tasks) + ".");
        });
    }

    @Command(description = "Adds the tasks of a file that was dumped: all of them, or none.")
    int load(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--replace", description = "deletes the tasks that are there, in the same step")
                    boolean replace)
            throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            return failed(List.of(file + " is no regular file that can be read."));
        }
        return maintenance.run(database -> {
            TaskLoad load = new TaskLoad(ServiceBinder.taskArchive(database), contract());
            LoadOutcome outcome;
            try (Progress progress = Progress.on(err())) {
                outcome = load.load(file, replace, progress);
            }
            return outcome.<Integer>fold(tasks -> done("Loaded " + count(tasks) + "."), faults -> {
                err().println("Nothing was loaded from " + file + ":");
                return failed(faults.stream().map(fault -> "  " + fault).toList());
            });
        });
    }

    @Command(description = "Copies the embedded database into a new file, while the service runs.")
    int backup(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        return maintenance.run(database -> {
            database.backup(file);
            return done("Wrote " + file + ", " + Files.size(file) + " bytes.");
        });
    }

    private static Contract contract() {
        return ContractReader.read("openapi.yaml");
    }

    private static String count(long tasks) {
        return String.format(Locale.ROOT, "%,d %s", tasks, tasks == 1 ? "task" : "tasks");
    }

    private int done(String text) {
        err().println(text);
        return ExitCode.OK;
    }

    private int failed(List<String> lines) {
        lines.forEach(err()::println);
        return ExitCode.USAGE;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
