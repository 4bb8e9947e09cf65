package dev.writ.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.function.Function;

/**
 * One of the texts that a contract is made of: the one it begins with, or one that a {@code $ref} leads to. Thread-safe;
 * equal to itself alone. Nobody must change its tree.
 */
public final class Document {
    private final URI uri;
    private final URI retrieved;
    private final String name;
    private final String text;
    private final JsonNode root;
    private final Function<String, SourceLocation> locator;
    private final Function<String, String> namer;

    /**
     * A document that has been read.
     *
     * @param uri absolute, without fragment: where relative references begin
     * @param name as messages call it
     * @param text as written
     * @param root the whole of it as JSON
     * @param locator from a JSON pointer to the place of that node, or of the nearest one around it; called rarely, so it
     *     may take its time
     */
    public Document(URI uri, String name, String text, JsonNode root, Function<String, SourceLocation> locator) {
        this(uri, uri, name, text, root, locator, pointer -> name + "#" + pointer);
    }

    private Document(
            URI uri,
            URI retrieved,
            String name,
            String text,
            JsonNode root,
            Function<String, SourceLocation> locator,
            Function<String, String> namer) {
        this.uri = uri;
        this.retrieved = retrieved;
        this.name = name;
        this.text = text;
        this.root = root;
        this.locator = locator;
        this.namer = namer;
    }

    /**
     * A tree that nobody wrote, made of what stands in other documents. Messages tell the places there.
     *
     * @param uri that no other document has
     * @param origin from a JSON pointer to the place in another document that says what stands there
     */
    public static Document derived(URI uri, JsonNode root, Function<String, Place> origin) {
        return new Document(
                uri,
                uri,
                uri.toString(),
                "",
                root,
                pointer -> origin.apply(pointer).location(),
                pointer -> origin.apply(pointer).reference());
    }

    /** The same, with a name that it has given itself: {@code $self} (OpenAPI 3.2, section 4.1.1), absolute. */
    public Document identifiedBy(URI self) {
        return new Document(self, retrieved, name, text, root, locator, namer);
    }

    /** What it calls itself, else where it is: what references within it are relative to. */
    public URI uri() {
        return uri;
    }

    /** Where it is. */
    public URI retrieved() {
        return retrieved;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public JsonNode root() {
        return root;
    }

    /** As violations refer to a node. */
    String reference(String pointer) {
        return namer.apply(pointer);
    }

    SourceLocation locate(String pointer) {
        return locator.apply(pointer);
    }

    @Override
    public String toString() {
        return name;
    }
}
