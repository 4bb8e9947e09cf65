package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of a contract: a first one, and every file that a reference in one of them leads to, each read once. A
 * document is known by where it is and by the name that it gives itself; what a name has in common with that of another
 * document leads to what lies beside its file (OpenAPI 3.2, section 4.1.2.2). The network is not asked.
 */
final class Sources {
    private static final int MAX_DOCUMENTS = 1000;

    private final Source first;
    private final Map<URI, Source> known = new HashMap<>();
    private final List<Source> documents = new ArrayList<>();
    private final Deque<URI> wanted = new ArrayDeque<>();

    /** A node, and the source that its own references are relative to. */
    record Found(JsonNode node, Source in) {}

    private Sources(Source first) {
        this.first = first;
    }

    static Sources of(JsonNode root, Optional<Path> file) {
        Sources sources = new Sources(Source.of(file, root));
        sources.add(sources.first);
        for (URI uri = sources.wanted.poll(); uri != null; uri = sources.wanted.poll()) {
            sources.read(uri);
        }
        return sources;
    }

    Source first() {
        return first;
    }

    /** What a reference leads to; empty if it is not there. */
    Optional<Found> find(String reference, Source in) {
        int hash = reference.indexOf('#');
        String address = hash < 0 ? reference : reference.substring(0, hash);
        Optional<Source> source =
                address.isEmpty() ? Optional.of(in) : in.absolute(address).map(known::get);
        return source.flatMap(there -> at(hash < 0 ? "" : reference.substring(hash + 1), there));
    }

    private static Optional<Found> at(String fragment, Source source) {
        if (fragment.isEmpty()) {
            return Optional.of(new Found(source.root(), source));
        }
        try {
            String name = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return name.startsWith("/") ? pointed(name, source) : anchored(name, source.root(), source);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Found> pointed(String pointer, Source source) {
        JsonNode node = source.root();
        Source in = source;
        for (String token : pointer.substring(1).split("/", -1)) {
            in = in.within(node);
            String name = token.replace("~1", "/").replace("~0", "~");
            node = node.isArray() && name.matches("\\d{1,9}") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(new Found(node, in));
    }

    private static Optional<Found> anchored(String name, JsonNode node, Source in) {
        if (node.path("$anchor").asText().equals(name)
                || node.path("$dynamicAnchor").asText().equals(name)) {
            return Optional.of(new Found(node, in));
        }
        for (JsonNode child : node) {
            Optional<Found> found = anchored(name, child, in);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void add(Source source) {
        documents.add(source);
        source.file().ifPresent(file -> known.put(file.toUri(), source));
        known.putIfAbsent(source.base(), source);
        collect(source.root(), source);
    }

    private void collect(JsonNode node, Source in) {
        Source here = in.within(node);
        known.putIfAbsent(here.base(), here);
        String reference = node.path("$ref").asText("");
        if (!reference.isEmpty() && !reference.startsWith("#")) {
            here.absolute(reference.replaceFirst("#.*", "")).ifPresent(wanted::add);
        }
        // A mapping of discriminators may lead to documents too.
        node.path("discriminator").path("mapping").forEach(value -> {
            if (value.asText().matches(".+[./].*")) {
                here.absolute(value.asText().replaceFirst("#.*", "")).ifPresent(wanted::add);
            }
        });
        node.forEach(child -> collect(child, here));
    }

    private void read(URI uri) {
        if (known.containsKey(uri) || documents.size() >= MAX_DOCUMENTS) {
            return;
        }
        for (Source document : List.copyOf(documents)) {
            Optional<Path> file = file(uri, document).filter(Files::isRegularFile);
            if (file.isPresent()) {
                Source read = known.get(file.get().toUri());
                if (read == null) {
                    read(file.get());
                    read = known.get(file.get().toUri());
                }
                if (read != null) {
                    known.put(uri, read);
                }
                return;
            }
        }
    }

    private void read(Path file) {
        try {
            JsonNode root = Yaml.mapper().readTree(Files.readString(file));
            if (root != null) {
                add(Source.of(Optional.of(file), root));
            }
        } catch (IOException e) {
            // Whoever refers to it is told that there is nothing.
        }
    }

    /** Where a document lies that is called so, if it lies to this one as their names do. */
    private static Optional<Path> file(URI uri, Source document) {
        try {
            if ("file".equals(uri.getScheme())) {
                return Optional.of(Path.of(uri));
            }
            URI relative = relative(document.base(), uri);
            return document.file()
                    .filter(file -> !relative.isAbsolute())
                    .map(file -> file.resolveSibling(relative.getPath()).normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    private static URI relative(URI from, URI to) {
        URI directory = from.resolve(".");
        URI relative = directory.relativize(to);
        String up = "";
        while (relative.isAbsolute()
                && directory.getPath() != null
                && directory.getPath().length() > 1) {
            directory = directory.resolve("..");
            up += "../";
            relative = directory.relativize(to);
        }
        return relative.isAbsolute() ? relative : URI.create(up + relative);
    }
}
