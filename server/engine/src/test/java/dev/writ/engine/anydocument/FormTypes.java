package dev.writ.engine.anydocument;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types whose bodies consist of fields or parts. */
final class FormTypes {
    private FormTypes() {}

    static boolean isUrlEncoded(String type) {
        return essence(type).equals("application/x-www-form-urlencoded");
    }

    static boolean isFormData(String type) {
        return essence(type).equals("multipart/form-data");
    }

    static boolean isMultipart(String type) {
        return isFormData(type) || essence(type).equals("multipart/mixed");
    }

    /** Those of a body that have a schema. */
    static List<String> of(Optional<Spec.Body> body) {
        return body.map(Spec.Body::content).orElse(Map.of()).entrySet().stream()
                .filter(media -> media.getValue().schema().isPresent())
                .map(Map.Entry::getKey)
                .filter(type -> isUrlEncoded(type) || isMultipart(type))
                .toList();
    }

    private static String essence(String type) {
        return type.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
    }
}
