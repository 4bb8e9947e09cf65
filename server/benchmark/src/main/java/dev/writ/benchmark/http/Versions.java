package dev.writ.benchmark.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was compared, in words: the build writes the versions of Maven's artifacts into a file, the others are pinned. */
final class Versions {
    private static final Pattern PYTHON = Pattern.compile("(?m)^(connexion|uvicorn|jsonschema)==(.*)$");
    private static final Pattern NODE = Pattern.compile("\"(fastify[a-z-]*)\": \"([0-9.]+)\"");

    private Versions() {}

    static String told(Place place) throws IOException {
        List<String> told = new ArrayList<>();
        told.add("JDK " + System.getProperty("java.vm.version"));
        Place.java25().ifPresent(home -> told.add(said(home.resolve("bin/java").toString(), "-version")));
        told.addAll(built());
        if (Files.exists(place.connexion())) {
            told.add(said(place.connexion().toString(), "-V"));
            told.addAll(pinned(place.module().resolve("src/contestants/connexion/requirements.txt"), PYTHON));
        }
        if (Files.exists(place.fastify())) {
            told.add("Node " + said("node", "-v"));
            told.addAll(pinned(place.module().resolve("src/contestants/fastify/package.json"), NODE));
        }
        return String.join(", ", told);
    }

    private static List<String> built() throws IOException {
        Properties versions = new Properties();
        try (InputStream stream = Versions.class.getResourceAsStream("/http/versions.properties")) {
            versions.load(stream);
        }
        return versions.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + " " + versions.getProperty(name))
                .toList();
    }

    private static List<String> pinned(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(Versions::words)
                .toList();
    }

    private static String words(MatchResult found) {
        return found.group(1) + " " + found.group(2);
    }

    /** The first line that a program says of itself. */
    private static String said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").trim();
        } catch (IOException e) {
            return "";
        }
    }
}
