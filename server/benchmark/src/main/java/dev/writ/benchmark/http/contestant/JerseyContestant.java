package dev.writ.benchmark.http.contestant;

import java.io.IOException;

/** Jersey on Grizzly with Jackson, without any contract: what content comes is bound, whoever sends it. */
public final class JerseyContestant {
    private JerseyContestant() {}

    public static void main(String[] arguments) throws IOException {
        JerseyServer.start(Choice.of(arguments).port(), JerseyServer.application());
    }
}
