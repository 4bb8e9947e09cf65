package dev.writ.benchmark.http;

import dev.writ.benchmark.http.contestant.FeatureContestant;
import dev.writ.benchmark.http.contestant.GrizzlyContestant;
import dev.writ.benchmark.http.contestant.JerseyContestant;
import dev.writ.benchmark.http.contestant.NetworkntContestant;
import dev.writ.benchmark.http.contestant.VertxContestant;
import dev.writ.benchmark.http.contestant.WritContestant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Those in Java, and how each is set up. */
record Contestants(Place place) {
    /** What others brought to the class path. */
    private static final String OTHERS =
            "vertx|netty|json-schema|itu-|jackson-dataformat|snakeyaml-2|jmh|jopt|commons-|Hdr";

    private static final String JSON_OF_JERSEY = "|jersey-media-json|jakarta.xml|jakarta.activation|module-jakarta";

    /** Those that run in a JVM, this one's. */
    List<Contestant> java() {
        Path home = Place.java();
        return List.of(
                writ("writ", "Writ", home),
                writBlocking("writ-blocking", "Writ, blocking", home),
                java(
                        "writ-feature",
                        "Jersey with Writ's ContractFeature",
                        "The application of the row \"Jersey\" with `ContractFeature` registered; checked answers are enforced.",
                        Level.CONTRACT,
                        place.jvm(home, OTHERS),
                        FeatureContestant.class),
                java(
                        "jersey",
                        "Jersey, no contract",
                        "A JAX-RS resource with records, Jackson by `jersey-media-json-jackson`, Grizzly's HTTP server by `GrizzlyHttpServerFactory`. Neither credentials nor content are judged.",
                        Level.UNCHECKED,
                        place.jvm(home, OTHERS + "|writ-engine"),
                        JerseyContestant.class),
                java(
                        "jersey-networknt",
                        "Jersey with a networknt filter",
                        "The same with a request filter that reads the content, has networknt judge its tree (OpenAPI 3.0, formats asserted, schemas compiled at start) and hands it on; a filter for the key; an interceptor that judges answers where they are checked.",
                        Level.CONTRACT,
                        place.jvm(home, "vertx|netty|jmh|jopt|commons-|Hdr|writ-engine"),
                        NetworkntContestant.class),
                java(
                        "vertx",
                        "Vert.x OpenAPI router",
                        "`RouterBuilder` from the contract, `APIKeyHandler`, a verticle for each processor, values as `JsonObject` by jackson-core, as the guide has it; its `ResponseValidator` where answers are checked.",
                        Level.CONTRACT,
                        place.jvmOf(home, "vertx|netty|jackson-core|snakeyaml-2"),
                        VertxContestant.class),
                java(
                        "grizzly",
                        "Grizzly, fixed answer",
                        "`HttpServer` at its default strategy (worker threads); content is read and thrown away. The floor.",
                        Level.FIXED,
                        place.jvmOf(home, "grizzly"),
                        GrizzlyContestant.class));
    }

    /** This engine on another JDK. */
    List<Contestant> java25(Path home) {
        return List.of(
                writ("writ-25", "Writ, JDK 25", home),
                writBlocking("writ-blocking-25", "Writ, blocking, JDK 25", home));
    }

    private Contestant writ(String id, String title, Path home) {
        return java(
                id,
                title,
                "A resource with `@NonBlocking` such as the generator asks for, records, an authenticator that does not wait; checked answers are enforced, else `ResponseChecks.OFF`.",
                Level.CONTRACT,
                place.jvm(home, OTHERS + JSON_OF_JERSEY),
                WritContestant.class);
    }

    private Contestant writBlocking(String id, String title, Path home) {
        return java(
                id,
                title,
                "The same without `@NonBlocking`, and an authenticator that may wait: workers answer.",
                Level.CONTRACT,
                place.jvm(home, OTHERS + JSON_OF_JERSEY),
                WritContestant.class,
                "blocking");
    }

    private static Contestant java(
            String id, String title, String setup, Level level, List<String> jvm, Class<?> main, String... words) {
        List<String> command = new ArrayList<>(jvm);
        command.add(main.getName());
        return new Contestant(id, title, setup, level, level == Level.CONTRACT, (port, checked) -> {
            List<String> all = new ArrayList<>(List.of(words));
            if (checked) {
                all.add("checked");
            }
            return arguments(command, port, all);
        });
    }

    /** A command with the port and words behind it. */
    static List<String> arguments(List<String> command, int port, List<String> words) {
        List<String> all = new ArrayList<>(command);
        all.add(Integer.toString(port));
        all.addAll(words);
        return all;
    }
}
