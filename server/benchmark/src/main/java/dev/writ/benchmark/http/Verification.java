package dev.writ.benchmark.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether contestants make the same checks and give the same answers, before anything is measured. */
final class Verification {
    /** Numbers are the same whatever their Java type. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What is answered otherwise than it has to be, in words. */
    List<String> faults(Contestant contestant, boolean checked, int port) throws IOException, InterruptedException {
        List<Probe> probes = new ArrayList<>(Probe.accepted());
        if (contestant.level() == Level.CONTRACT) {
            probes.addAll(Probe.refused());
            probes.add(Probe.wrongAnswer(checked));
        }
        List<String> faults = new ArrayList<>();
        for (Probe probe : probes) {
            fault(probe, send(probe, port)).ifPresent(fault -> faults.add(contestant.id() + ": " + fault));
        }
        return faults;
    }

    private HttpResponse<String> send(Probe probe, int port) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + probe.path()))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json");
        probe.key().ifPresent(key -> request.header("X-API-Key", key));
        probe.content()
                .ifPresent(content ->
                        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(content)));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static Optional<String> fault(Probe probe, HttpResponse<String> answer) {
        if (answer.statusCode() != probe.status()) {
            return Optional.of(probe.name() + " is answered with " + answer.statusCode() + " instead of "
                    + probe.status() + ": " + answer.body());
        }
        boolean success = probe.status() < 400;
        return success && !probe.answer().equals(BY_VALUE, Probe.parse(answer.body()))
                ? Optional.of(probe.name() + " is answered with " + answer.body())
                : Optional.empty();
    }
}
