package dev.writ.engine.schema;

import dev.writ.engine.model.Place;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A schema resource (JSON Schema 2020-12 Core, section 4.3.5): a document, or a schema in it with an {@code $id} of its own.
 * Equal to itself alone. Anchors are known before it is handed out, and looked up by many threads after.
 */
public final class Resource {
    private final URI uri;
    private final Place root;
    private final Vocabularies vocabularies;
    private final Map<String, Place> anchors = new HashMap<>();
    private final Map<String, Place> dynamicAnchors = new HashMap<>();

    Resource(URI uri, Place root, Vocabularies vocabularies) {
        this.uri = uri;
        this.root = root;
        this.vocabularies = vocabularies;
    }

    /** Absolute, without fragment: what references within it are relative to. */
    public URI uri() {
        return uri;
    }

    public Place root() {
        return root;
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    /** The schema with that {@code $anchor} or {@code $dynamicAnchor}. */
    synchronized Optional<Place> anchor(String name) {
        return Optional.ofNullable(anchors.get(name)).or(() -> dynamicAnchor(name));
    }

    /** The schema with that {@code $dynamicAnchor}. */
    public synchronized Optional<Place> dynamicAnchor(String name) {
        return Optional.ofNullable(dynamicAnchors.get(name));
    }

    synchronized void addAnchor(String name, Place place) {
        anchors.putIfAbsent(name, place);
    }

    synchronized void addDynamicAnchor(String name, Place place) {
        dynamicAnchors.putIfAbsent(name, place);
    }
}
