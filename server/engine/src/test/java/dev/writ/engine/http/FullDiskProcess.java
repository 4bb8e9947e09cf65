package dev.writ.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Keeps more octets than this process may write to one file, and prints what is left of that once the spool is closed: files in
 * the directory, and files of spools that are open still.
 */
final class FullDiskProcess {
    private FullDiskProcess() {}

    public static void main(String[] directory) throws IOException {
        Path place = Path.of(directory[0]);
        byte[] half = new byte[200_000];
        boolean failed = false;
        try (Spool spool = new Spool(half.length, place)) {
            spool.write(half);
            spool.write(half);
        } catch (UncheckedIOException e) {
            failed = true;
        }
        try (Stream<Path> files = Files.list(place);
                Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            System.out.println(failed + " " + files.count() + " "
                    + open.filter(FullDiskProcess::isOfSpool).count());
        }
    }

    private static boolean isOfSpool(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("writ-");
        } catch (IOException e) {
            // That by which the folder is listed.
            return false;
        }
    }
}
