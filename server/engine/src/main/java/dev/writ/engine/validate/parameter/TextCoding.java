package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.PercentEncoding;
import java.util.Optional;

/** How a place in a request escapes what its delimiters would cut. */
enum TextCoding {
    /** Percent-encoding (RFC 3986, section 2.1): paths, cookies, and queries with {@code allowReserved}. */
    PERCENT {
        @Override
        Optional<String> decode(String raw) {
            return PercentEncoding.decode(raw, false);
        }
    },
    /** The same, and a plus is a space: queries, which forms have always written so. */
    FORM {
        @Override
        Optional<String> decode(String raw) {
            return PercentEncoding.decode(raw, true);
        }
    },
    /** None at all: parts of a multipart body. */
    PLAIN {
        @Override
        Optional<String> decode(String raw) {
            return Optional.of(raw);
        }
    },
    /** Nothing but white space around it: header fields are not percent-encoded (OpenAPI 3.1.2, section 4.12). */
    NONE {
        @Override
        Optional<String> decode(String raw) {
            return Optional.of(raw.strip());
        }
    };

    /** Decodes once; empty if it is not validly encoded. */
    abstract Optional<String> decode(String raw);
}
