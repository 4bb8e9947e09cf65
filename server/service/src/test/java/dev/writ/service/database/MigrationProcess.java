package dev.writ.service.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that does nothing but migrate a database. */
final class MigrationProcess {

    private MigrationProcess() {}

    public static void main(String[] args) {
        System.out.println(Database.migrate(DatabaseSettings.of(args[0])));
    }

    /** Runs one until its end, and returns what it printed. */
    static String run(DatabaseSettings settings) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            Process process = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigrationProcess.class.getName(),
                            settings.url())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + " " + printed;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
