package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A form as it is sent.
 *
 * @param type the media type, as the document declares it
 * @param value what the handler must see; a file is a text of one character for each octet
 */
record SentForm(String type, JsonNode value, List<FormPart> parts) {

    /** The part whose value stands there. */
    Optional<FormPart> at(String pointer) {
        return parts.stream().filter(part -> part.pointer().equals(pointer)).findFirst();
    }

    SentForm with(FormPart part, FormPart other) {
        return new SentForm(
                type,
                value,
                parts.stream().map(each -> each.equals(part) ? other : each).toList());
    }
}
