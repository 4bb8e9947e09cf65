package dev.writ.service.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** A number that rises, on one line of a terminal that is written over again and again; nothing anywhere else. */
public final class Progress implements LongConsumer, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final PrintWriter terminal;
    private final boolean shown;
    private final LongSupplier nanos;
    private long next;
    private int width;

    Progress(PrintWriter terminal, boolean shown, LongSupplier nanos) {
        this.terminal = terminal;
        this.shown = shown;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** Shown if standard error is a terminal, which is where {@code terminal} must lead. */
    public static Progress on(PrintWriter terminal) {
        return new Progress(terminal, Terminal.isStandardError(), System::nanoTime);
    }

    @Override
    public void accept(long tasks) {
        if (shown && nanos.getAsLong() - next >= 0) {
            next = nanos.getAsLong() + INTERVAL.toNanos();
            print(String.format(Locale.ROOT, "%,d tasks", tasks));
        }
    }

    private void print(String text) {
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.flush();
        width = text.length();
    }

    /** Leaves the line empty, for what is said next. */
    @Override
    public void close() {
        if (width > 0) {
            print("");
            terminal.print('\r');
            terminal.flush();
        }
    }
}
