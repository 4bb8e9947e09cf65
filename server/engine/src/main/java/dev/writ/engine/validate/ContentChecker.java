package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.http.Charsets;
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
import dev.writ.engine.validate.form.MultipartForm;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonRead;
import dev.writ.engine.validate.json.JsonReader;
import dev.writ.engine.validate.parameter.FormConverter;
import dev.writ.engine.validate.parameter.FormValues;
import dev.writ.engine.validate.parameter.TextConverter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks content against what the contract says of its media type. Thread-safe. */
final class ContentChecker {
    private static final Set<String> JSON_CHARSETS = Set.of("utf-8", "us-ascii");

    private final JsonReader reader;
    private final MediaType declared;
    private final boolean binary;
    private final ByteCount byteCount;
    private final SchemaChecker checker;
    private final Function<String, Evaluation> text;
    private final Optional<FormConverter> form;
    private final Optional<MultipartForm> multipart;

    ContentChecker(
            MediaTypeObject declared,
            SchemaCompiler compiler,
            Schemas schemas,
            Direction direction,
            BodyLimits bounds) {
        JsonLimits limits = bounds.json();
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
        this.declared = MediaType.parse(declared.mediaType()).orElseThrow();
        this.form = ContentKind.of(this.declared).hasParts()
                ? FormConverter.of(declared, direction, compiler, schemas, limits)
                : Optional.empty();
        this.multipart = form.map(converter -> new MultipartForm(converter, bounds.uploads()));
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
            case FORM ->
                form(content, form.orElseThrow())
                        .fold(value -> valid.apply(new CheckedContent(Optional.of(value), false)), invalid);
            case MULTIPART -> {
                List<SchemaError> errors = parts(content, type, multipart.orElseThrow());
                yield errors.isEmpty() ? valid.apply(CheckedContent.NO_VALUE) : invalid.apply(errors);
            }
            case XML, SEQUENCE -> valid.apply(CheckedContent.NO_VALUE);
            case BYTES -> {
                List<SchemaError> errors = checkLength(content.bytes().length);
                yield errors.isEmpty() ? valid.apply(CheckedContent.NO_VALUE) : invalid.apply(errors);
            }
        };
    }

    /** Whether content need not be in memory as a whole. */
    boolean isSpooled() {
        ContentKind kind = kind(declared);
        return kind.isOpaque() || kind == ContentKind.MULTIPART;
    }

    /** Of octets that are not read. */
    List<SchemaError> checkLength(long bytes) {
        return binary ? byteCount.check(bytes) : List.of();
    }

    /** How a body of several parts is read, if content of that type is one. */
    Optional<MultipartForm> multipart(MediaType type) {
        return multipart.filter(reader -> kind(type) == ContentKind.MULTIPART);
    }

    private static Evaluation form(Content content, FormConverter form) {
        return Charsets.decode(content.bytes(), StandardCharsets.UTF_8)
                .map(text -> form.convert(FormValues.ofUrlEncoded(text)))
                .orElseGet(() -> invalid("encoding", "the text is not UTF-8"));
    }

    /** What is wrong with parts that are all in memory. */
    private static List<SchemaError> parts(Content content, MediaType type, MultipartForm multipart) {
        try {
            return multipart
                    .read(new ByteArrayInputStream(content.bytes()), type, spool -> {}, true)
                    .errors();
        } catch (IOException e) {
            return List.of(error("multipart", String.valueOf(e.getMessage())));
        }
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

    static boolean isBinary(SchemaNode schema) {
        return schema.node().path("type").asText().equals("string")
                && schema.node().path("format").asText().equals("binary");
    }

    /** Octets are octets, whatever they are said to be: a JSON file that is uploaded, say. */
    ContentKind kind(MediaType type) {
        ContentKind kind = ContentKind.of(type);
        return binary || (kind.hasParts() && form.isEmpty()) ? ContentKind.BYTES : kind;
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
