package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.node.POJONode;

/**
 * Octets in a tree of JSON that need not be in memory, such as a file in a form. Jackson binds them as what they stand for. To
 * a schema they are a string of which the length alone is known, in octets (OpenAPI 3.1, section 4.8.24.6), or, if nobody can
 * read what they say, a value of any type. They are equal to themselves alone.
 */
public final class Octets extends POJONode {
    private static final long serialVersionUID = 1L;

    private final long length;
    private final boolean opaque;

    private Octets(Object object, long length, boolean opaque) {
        super(object);
        this.length = length;
        this.opaque = opaque;
    }

    /** {@code object} is what the application gets. */
    public static Octets of(Object object, long length) {
        return new Octets(object, length, false);
    }

    /** In a format that nobody reads, whatever the schema says of them. */
    public static Octets opaque(Object object, long length) {
        return new Octets(object, length, true);
    }

    public long length() {
        return length;
    }

    public boolean isOpaque() {
        return opaque;
    }
}
