package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.Workload;
import java.util.List;

/**
 * One that is compared.
 *
 * @param id as on the command line
 * @param title as in the report
 * @param setup how it is set up, for the report
 * @param checksAnswers whether it can check its answers too, when told {@code checked}
 */
record Contestant(String id, String title, String setup, Level level, boolean checksAnswers, Launcher launcher) {

    /** Whether the workload means anything to it. */
    boolean takes(Workload workload) {
        return (!workload.refused() || level == Level.CONTRACT) && (!workload.checked() || checksAnswers);
    }

    /** How the process is started. */
    @FunctionalInterface
    interface Launcher {
        List<String> command(int port, boolean checked);
    }
}
