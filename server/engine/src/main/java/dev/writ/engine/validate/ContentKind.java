package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.SequentialFormat;

/** How content of a media type becomes a value. */
enum ContentKind {
    JSON,
    /** A string, or what its schema makes of one. */
    TEXT,
    /** {@code application/x-www-form-urlencoded}: an object. */
    FORM,
    /** An object, or an array, of parts. */
    MULTIPART,
    /** No value: it is handed over as it is. */
    BYTES,
    /** Items, each a value. */
    SEQUENCE,
    /** A structure that is not read, so its schema says nothing of the bytes. */
    XML;

    /** Whether it is handed over as octets; items only where the contract does not name their media type. */
    boolean isOpaque() {
        return this == BYTES || this == SEQUENCE || this == XML;
    }

    /** Whether no bytes are content of this kind, rather than none. */
    boolean mayBeEmpty() {
        return this != JSON && this != MULTIPART;
    }

    boolean hasParts() {
        return this == FORM || this == MULTIPART;
    }

    static ContentKind of(MediaType type) {
        if (type.isJson()) {
            return JSON;
        }
        if (SequentialFormat.of(type).isPresent()) {
            return SEQUENCE;
        }
        if (type.isXml()) {
            return XML;
        }
        if (type.type().equals("multipart")) {
            return MULTIPART;
        }
        if (type.essence().equals("application/x-www-form-urlencoded")) {
            return FORM;
        }
        return type.type().equals("text") ? TEXT : BYTES;
    }
}
