package dev.writ.benchmark.http.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Does what each line of its input says, {@code WORKLOAD PORT CONNECTIONS MILLISECONDS}, and writes a line of results. */
public final class LoadGenerator {
    private LoadGenerator() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(run(order.split(" ", -1)));
            System.out.flush();
        }
    }

    private static String run(String[] words) {
        LoadLoop loop =
                new LoadLoop(Workload.valueOf(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        try {
            return loop.run(Duration.ofMillis(Long.parseLong(words[3]))).line();
        } catch (IOException e) {
            return "failed " + e;
        }
    }
}
