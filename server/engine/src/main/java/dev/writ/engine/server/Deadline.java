package dev.writ.engine.server;

import dev.writ.engine.core.Intake;
import java.time.Duration;

/** When a client, or whoever answers it, has to have done what it is waited for. Set by one thread at a time, looked at by any. */
final class Deadline {
    private static final long NEVER = Long.MAX_VALUE;
    /** Of {@code contentGrace}: how often of it nothing may come, however fast it came before. */
    private static final int MOST_REST = 2;

    /** By {@link System#nanoTime}, or never. */
    private volatile long end = NEVER;

    private boolean ofHead;
    private long begin;
    private long latest;
    private long grace;
    private double nanosPerByte;
    private long left = NEVER;
    private long pausedAt;

    void never() {
        end = NEVER;
        ofHead = false;
    }

    void in(Duration time) {
        end = System.nanoTime() + time.toNanos();
        ofHead = false;
    }

    void ofHead(Duration time) {
        in(time);
        ofHead = true;
    }

    boolean isOfHead() {
        return ofHead;
    }

    /** Content that goes to disk may take as long as it comes fast enough. */
    void ofContent(ServerTimes times, Intake intake) {
        begin = System.nanoTime();
        latest = intake.kind() == Intake.Kind.SPOOLED
                ? NEVER
                : begin + times.content().toNanos();
        grace = times.contentGrace().toNanos();
        nanosPerByte = (double) Duration.ofSeconds(1).toNanos() / times.contentRate();
        contentCame(0);
    }

    /** As many bytes, since its beginning. */
    void contentCame(long total) {
        // What came fast is no leave to rest for long.
        long bySpeed = Math.min(begin + grace + (long) (total * nanosPerByte), System.nanoTime() + MOST_REST * grace);
        end = latest == NEVER || bySpeed - latest < 0 ? bySpeed : latest;
    }

    /** Stands still: somebody else has to do something first. */
    void pause() {
        left = end == NEVER ? NEVER : end - System.nanoTime();
        pausedAt = System.nanoTime();
        end = NEVER;
    }

    /** Goes on where it was. */
    void resume() {
        if (left == NEVER) {
            return;
        }
        long now = System.nanoTime();
        long passed = now - pausedAt;
        begin += passed;
        latest = latest == NEVER ? NEVER : latest + passed;
        end = now + left;
        left = NEVER;
    }

    boolean isOver(long now) {
        long known = end;
        return known != NEVER && now - known > 0;
    }
}
