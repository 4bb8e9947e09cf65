package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;

/** How content of a media type becomes a value. */
enum ContentKind {
    JSON,
    /** A string, or what its schema makes of one. */
    TEXT,
    /** No value: it is handed over as it is. */
    BYTES;

    static ContentKind of(MediaType type) {
        if (type.isJson()) {
            return JSON;
        }
        return type.type().equals("text") && !type.subtype().equals("xml") ? TEXT : BYTES;
    }
}
