package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@code content} writes: JSON, or a text, which every other media type is taken for.
 *
 * @param raws the texts of that name
 */
record ContentReader(
        Function<Sent, List<String>> raws, TextCoding coding, boolean isJson, JsonReader json, TextConverter converter)
        implements ValueReader {

    static boolean isJson(String mediaType) {
        return MediaType.parse(mediaType).filter(MediaType::isJson).isPresent();
    }

    @Override
    public Outcome read(Sent sent) {
        List<String> texts = raws.apply(sent);
        if (texts.isEmpty()) {
            return Outcome.ABSENT;
        }
        if (texts.size() > 1) {
            return invalid("explode", "must be given once, was given " + texts.size() + " times");
        }
        Optional<String> text = coding.decode(texts.get(0));
        if (text.isEmpty()) {
            return invalid("encoding", "'" + texts.get(0) + "' is not percent-encoded UTF-8");
        }
        return evaluate(text.get()).<Outcome>fold(Outcome.Valid::new, Outcome.Invalid::new);
    }

    private Evaluation evaluate(String text) {
        return isJson
                ? json.read(text.getBytes(StandardCharsets.UTF_8))
                        .<Evaluation>fold(value -> converter.checker().check(value), Evaluation.Invalid::new)
                : converter.convert(text);
    }

    private static Outcome invalid(String keyword, String message) {
        return new Outcome.Invalid(List.of(new SchemaError("", keyword, message, "")));
    }
}
