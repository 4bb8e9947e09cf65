package dev.writ.engine.model;

/**
 * A node of a document. Line and column are found when somebody asks.
 *
 * @param pointer JSON pointer (RFC 6901); empty for the root
 */
public record Place(Document document, String pointer) {

    /** A place directly below; {@code token} is the name of a member or the index of an item, not escaped. */
    public Place child(String token) {
        return new Place(document, Pointers.append(pointer, token));
    }

    public SourceLocation location() {
        return document.locate(pointer);
    }

    /** As violations refer to it: the name of the document and the pointer as a fragment. */
    public String reference() {
        return document.reference(pointer);
    }

    @Override
    public String toString() {
        return reference();
    }
}
