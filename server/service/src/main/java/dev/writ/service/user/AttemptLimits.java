package dev.writ.service.user;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How often passwords may be tried: so many times a minute for one account, wherever from, and as many from one
 * client, whatever the account. Only attempts that both allow are counted, by both. Safe for use by many threads; no
 * call waits for anything but another one's few steps in memory.
 */
final class AttemptLimits {

    private final AttemptLimit byAccount;
    private final AttemptLimit byClient;

    AttemptLimits(Ticker ticker) {
        this.byAccount = new AttemptLimit(ticker);
        this.byClient = new AttemptLimit(ticker);
    }

    /**
     * Counts an attempt, if there may be one.
     *
     * @param now the ticker's time
     * @return empty if it was counted; else how long it takes, in whole milliseconds, until one may be
     */
    synchronized Optional<Duration> admit(String account, String client, long now) {
        long delay = Math.max(byClient.delay(client, now), byAccount.delay(account, now));
        if (delay > 0) {
            return Optional.of(Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(delay - 1) + 1));
        }
        byClient.add(client, now);
        byAccount.add(account, now);
        return Optional.empty();
    }

    /** Takes back an attempt that was counted at a time and came to nothing. */
    synchronized void giveBack(String account, String client, long time) {
        byClient.remove(client, time);
        byAccount.remove(account, time);
    }
}
