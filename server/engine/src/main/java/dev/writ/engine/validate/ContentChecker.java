package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonRead;
import dev.writ.engine.validate.json.JsonReader;
import dev.writ.engine.validate.parameter.TextConverter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks content against what the contract says of its media type. Thread-safe. */
final class ContentChecker {
    private static final Set<String> JSON_CHARSETS = Set.of("utf-8", "us-ascii");

    private final JsonReader reader;
    private final boolean binary;
    private final ByteCount byteCount;
    private final SchemaChecker checker;
    private final Function<String, Evaluation> text;

    ContentChecker(
            MediaTypeObject declared,
            SchemaCompiler compiler,
            Schemas schemas,
            Direction direction,
            JsonLimits limits) {
        this.reader = new JsonReader(limits);
        this.binary = declared.schema()
                .map(schemas::resolved)
                .filter(ContentChecker::isBinary)
                .isPresent();
        this.byteCount = ByteCount.of(declared.schema().map(schemas::resolved));
        this.checker = declared.schema()
                .map(schema -> compiler.compile(schema, direction))
                .orElse(Evaluation.Valid::new);
        this.text = declared.schema()
                .map(schema -> new TextConverter(schema, checker, schemas, limits))
                .<Function<String, Evaluation>>map(converter -> converter::convert)
                .orElse(value -> new Evaluation.Valid(TextNode.valueOf(value)));
    }

    /** Gives {@code valid} the value, if the media type has one, or {@code invalid} all that is wrong. */
    <R> R check(
            Content content,
            MediaType type,
            Function<CheckedContent, ? extends R> valid,
            Function<List<SchemaError>, ? extends R> invalid) {
        return switch (kind(type)) {
            case JSON -> json(content, type, valid, invalid);
            case TEXT ->
                text(content, type).fold(value -> valid.apply(new CheckedContent(Optional.of(value), false)), invalid);
            case UNREAD, SEQUENCE -> valid.apply(CheckedContent.NO_VALUE);
            case BYTES -> {
                List<SchemaError> errors = byteCount.check(content.bytes().length);
                yield errors.isEmpty() ? valid.apply(CheckedContent.NO_VALUE) : invalid.apply(errors);
            }
        };
    }

    private <R> R json(
            Content content,
            MediaType type,
            Function<CheckedContent, ? extends R> valid,
            Function<List<SchemaError>, ? extends R> invalid) {
        Optional<String> charset = type.parameter("charset").filter(name -> !JSON_CHARSETS.contains(name));
        if (charset.isPresent()) {
            return invalid.apply(List.of(error("charset", "must be UTF-8, not " + charset.get())));
        }
        return content.json()
                .<JsonRead>map(JsonRead.Value::new)
                .orElseGet(() -> reader.read(content.bytes()))
                .<R>fold(
                        given -> {
                            Evaluation found = checker.check(given);
                            return found.<R>fold(
                                    value -> valid.apply(new CheckedContent(Optional.of(value), found.edited())),
                                    invalid);
                        },
                        invalid);
    }

    private static boolean isBinary(SchemaNode schema) {
        return schema.node().path("type").asText().equals("string")
                && schema.node().path("format").asText().equals("binary");
    }

    /** Octets are octets, whatever they are said to be: a JSON file that is uploaded, say. */
    private ContentKind kind(MediaType type) {
        return binary ? ContentKind.BYTES : ContentKind.of(type);
    }

    boolean redacts() {
        return checker.redacts();
    }

    /** Content of a response without what is write-only, whether or not it is what the contract says. */
    Content redact(Content content, MediaType type) {
        if (!redacts() || ContentKind.of(type) != ContentKind.JSON) {
            return content;
        }
        return content.json()
                .or(() -> JsonTrees.read(content.bytes()))
                .flatMap(value -> Optional.of(checker.redact(value)).filter(visible -> !visible.equals(value)))
                .map(JsonTrees::written)
                .orElse(content);
    }

    private Evaluation text(Content content, MediaType type) {
        return Charsets.named(type.parameter("charset").orElse("utf-8"))
                .map(charset -> Charsets.decode(content.bytes(), charset)
                        .map(text)
                        .orElseGet(() -> invalid("encoding", "the text is not " + charset.name())))
                .orElseGet(() -> invalid("charset", "this charset is not known"));
    }

    private static Evaluation invalid(String keyword, String message) {
        return new Evaluation.Invalid(List.of(error(keyword, message)));
    }

    private static SchemaError error(String keyword, String message) {
        return new SchemaError("", keyword, message, "");
    }
}
