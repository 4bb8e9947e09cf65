package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads {@code $self}, the name that a document of OpenAPI 3.2 gives itself (section 4.1.1). */
final class SelfReader {
    private SelfReader() {}

    /** The document with its name, if it has one. */
    static Document identified(Document document, Report report) {
        JsonNode self = document.root().path("$self");
        boolean named = Version.of("openapi", document.root().path("openapi").asText(""))
                .filter(version -> version.isFrom(Version.V3_2))
                .isPresent();
        if (!named || !self.isTextual()) {
            return document;
        }
        Optional<URI> uri = uri(document.retrieved(), self.textValue());
        if (uri.isEmpty()) {
            report.fault(
                    new Place(document, "").child("$self"),
                    "'" + self.textValue() + "' is no URI of a document: it must have neither fragment nor blanks");
        }
        return uri.map(document::identifiedBy).orElse(document);
    }

    private static Optional<URI> uri(URI retrieved, String text) {
        try {
            URI self = new URI(text);
            if (text.isEmpty() || self.getRawFragment() != null) {
                return Optional.empty();
            }
            return Optional.of(normal(retrieved.resolve(self))).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Without dots, and with a path, to which others can be relative (RFC 3986, sections 5.2.3 and 6.2.3). */
    static URI normal(URI uri) {
        URI plain = uri.normalize();
        return plain.getRawAuthority() != null
                        && String.valueOf(plain.getRawPath()).isEmpty()
                ? plain.resolve("/")
                : plain;
    }
}
