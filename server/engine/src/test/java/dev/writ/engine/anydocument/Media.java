package dev.writ.engine.anydocument;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types of bodies. */
final class Media {
    private Media() {}

    /** A body that is of its type and no more; what it says is not judged. */
    record Sample(String contentType, String text) {}

    /** The first that is JSON or may be. */
    static Optional<String> json(Map<String, Spec.Media> content) {
        return content.keySet().stream()
                .filter(Media::isJson)
                .findFirst()
                .or(() -> content.keySet().stream()
                        .filter(type -> type.equals("*/*") || type.equals("application/*"))
                        .findFirst());
    }

    static boolean isJson(String type) {
        String essence = type.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return essence.equals("application/json") || essence.matches("[\\w.!#$&^-]+/[\\w.!#$&^-]+\\+json");
    }

    /** A type that a range allows. */
    static String concrete(String type) {
        return switch (type) {
            case "*/*", "application/*" -> "application/json";
            case "text/*" -> "text/plain";
            case "image/*" -> "image/png";
            default -> type.replace("/*", "/plain");
        };
    }

    static Optional<Sample> sample(String type) {
        String essence =
                concrete(type).toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return switch (essence) {
            case "application/x-www-form-urlencoded" -> Optional.of(new Sample(essence, "a=b"));
            case "multipart/form-data" ->
                Optional.of(new Sample(
                        essence + "; boundary=xyz",
                        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--xyz--\r\n"));
            case "application/jsonl", "application/x-ndjson" -> Optional.of(new Sample(essence, "{}\n"));
            default -> essence.endsWith("/*") ? Optional.empty() : Optional.of(new Sample(concrete(type), "sample"));
        };
    }
}
