package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.SequentialFormat;

/** How content of a media type becomes a value. */
enum ContentKind {
    JSON,
    /** A string, or what its schema makes of one. */
    TEXT,
    /** No value: it is handed over as it is. */
    BYTES,
    /** Items, each a value. */
    SEQUENCE,
    /** A structure that is not read, so its schema says nothing of the bytes: forms, multipart, XML. */
    UNREAD;

    static ContentKind of(MediaType type) {
        if (type.isJson()) {
            return JSON;
        }
        if (SequentialFormat.of(type).isPresent()) {
            return SEQUENCE;
        }
        if (type.subtype().equals("xml")
                || type.subtype().endsWith("+xml")
                || type.type().equals("multipart")
                || type.essence().equals("application/x-www-form-urlencoded")) {
            return UNREAD;
        }
        return type.type().equals("text") ? TEXT : BYTES;
    }
}
