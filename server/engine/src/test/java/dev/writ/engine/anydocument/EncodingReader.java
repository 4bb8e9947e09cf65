package dev.writ.engine.anydocument;

import dev.writ.engine.anydocument.Spec.Encoding;
import dev.writ.engine.anydocument.Spec.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Encoding Objects, without what is to be ignored (OpenAPI 3.0.4, section 4.7.15.1, and 3.1.1, section 4.8.15.1). */
final class EncodingReader {
    private static final Set<String> STYLE = Set.of("style", "explode", "allowReserved");

    private final Library library;
    private final Function<Node, List<Parameter>> headers;

    /** @param headers reads those of an object */
    EncodingReader(Library library, Function<Node, List<Parameter>> headers) {
        this.library = library;
        this.headers = headers;
    }

    Map<String, Encoding> read(String type, Node media) {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        boolean urlEncoded = FormTypes.isUrlEncoded(type);
        boolean styled = urlEncoded || (FormTypes.isFormData(type) && !library.is30());
        Node declared = media.child("encoding");
        for (String name : declared.names()) {
            Node encoding = declared.child(name);
            List<String> types = Arrays.stream(encoding.text("contentType", "").split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            boolean hasStyle = styled && STYLE.stream().anyMatch(encoding::has);
            encodings.put(
                    name,
                    new Encoding(
                            hasStyle ? List.of() : types,
                            hasStyle ? Optional.of(parameter(name, encoding)) : Optional.empty(),
                            urlEncoded ? List.of() : headers.apply(encoding),
                            Optional.empty(),
                            false));
        }
        return encodings;
    }

    private static Parameter parameter(String name, Node encoding) {
        String style = encoding.text("style", "form");
        return new Parameter(
                name,
                "query",
                false,
                style,
                encoding.has("explode") ? encoding.flag("explode") : style.equals("form"),
                encoding.flag("allowReserved"),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
