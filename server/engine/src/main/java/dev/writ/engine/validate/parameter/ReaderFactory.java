package dev.writ.engine.validate.parameter;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Serialization.Styled;
import dev.writ.engine.model.Style;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the reader of a parameter by its place and style. A style that its place does not have is read as the place's default. */
final class ReaderFactory {
    private final JsonReader json;
    private final Predicate<String> otherNames;

    /** {@code otherNames} tells names of the query that belong to one parameter alone; asked when requests come. */
    ReaderFactory(JsonLimits limits, Predicate<String> otherNames) {
        this.json = new JsonReader(limits);
        this.otherNames = otherNames;
    }

    ValueReader of(Parameter parameter, TextConverter converter) {
        TextCoding coding = coding(parameter);
        return parameter
                .serialization()
                .<ValueReader>fold(
                        styled -> new StyledReader(
                                style(parameter, styled, coding, converter.shape()),
                                converter,
                                parameter.allowEmptyValue() && parameter.in() == In.QUERY),
                        content -> content(raws(parameter.in(), parameter.name()), coding, content, converter));
    }

    /** Of a field of a form that has a style; {@code otherNames} are those of fields that are no exploded objects. */
    static StyledText ofField(
            String name, Styled styled, SchemaShape shape, TextCoding coding, Predicate<String> otherNames) {
        TextCoding reserved = styled.allowReserved() && coding == TextCoding.FORM ? TextCoding.PERCENT : coding;
        return new StyledText(query(styled, name, reserved, shape, otherNames), shape);
    }

    /** Of a field of a response; {@code raws} says how the fields of that name become texts. */
    ValueReader ofHeader(Serialization serialization, Function<Sent, List<String>> raws, TextConverter converter) {
        return serialization.<ValueReader>fold(
                styled -> new StyledReader(
                        new SimpleStyle(first(raws), TextCoding.NONE, delimiter(styled.style()), styled.explode()),
                        converter,
                        false),
                content -> content(raws, TextCoding.NONE, content, converter));
    }

    private ValueReader content(
            Function<Sent, List<String>> raws,
            TextCoding coding,
            Serialization.Content content,
            TextConverter converter) {
        return new ContentReader(raws, coding, ContentReader.isJson(content.mediaType()), json, converter);
    }

    private static TextCoding coding(Parameter parameter) {
        boolean reserved = parameter.serialization().<Boolean>fold(Styled::allowReserved, content -> false);
        return switch (parameter.in()) {
            case PATH, QUERYSTRING, COOKIE -> TextCoding.PERCENT;
            case QUERY -> reserved ? TextCoding.PERCENT : TextCoding.FORM;
            case HEADER -> TextCoding.NONE;
        };
    }

    private static Function<Sent, List<String>> raws(In in, String name) {
        return switch (in) {
            case PATH ->
                sent -> Optional.ofNullable(sent.pathValues().get(name)).stream()
                        .toList();
            case QUERY -> sent -> sent.query().values(name);
            case QUERYSTRING -> sent -> sent.queryString().stream().toList();
            case HEADER -> sent -> sent.headers().combined(name).stream().toList();
            case COOKIE -> sent -> sent.cookies().values(name);
        };
    }

    private static Function<Sent, Optional<String>> first(Function<Sent, List<String>> raws) {
        return sent -> raws.apply(sent).stream().findFirst();
    }

    private StyleReader style(Parameter parameter, Styled styled, TextCoding coding, SchemaShape shape) {
        String name = parameter.name();
        return switch (parameter.in()) {
            case PATH ->
                switch (styled.style()) {
                    case MATRIX -> new MatrixStyle(name, styled.explode());
                    case LABEL -> new LabelStyle(name, styled.explode());
                    default ->
                        new SimpleStyle(
                                first(raws(In.PATH, name)), coding, delimiter(styled.style()), styled.explode());
                };
            case HEADER ->
                new SimpleStyle(first(raws(In.HEADER, name)), coding, delimiter(styled.style()), styled.explode());
            case QUERY -> query(styled, name, coding, shape, otherNames);
            case QUERYSTRING -> throw new IllegalStateException("a whole query has no style: refused when it is read");
            case COOKIE -> cookie(styled, name, coding, shape);
        };
    }

    private static StyleReader cookie(Styled styled, String name, TextCoding coding, SchemaShape shape) {
        ExplodedNames properties =
                new ExplodedNames(shape.propertyNames(), shape.open() && shape.openBySaying(), other -> false);
        return styled.style() == Style.COOKIE
                ? new FormStyle(
                        name,
                        sent -> Pairs.ofCookiesAsSent(sent.headers()),
                        TextCoding.PLAIN,
                        styled.explode(),
                        properties)
                : new CookieStyle(new FormStyle(name, Sent::cookies, coding, styled.explode(), properties));
    }

    /** In paths and header fields, of which Swagger 2.0 alone has more than one. */
    private static char delimiter(Style style) {
        return switch (style) {
            case SPACE_DELIMITED -> ' ';
            case PIPE_DELIMITED -> '|';
            case TAB_DELIMITED -> '\t';
            default -> ',';
        };
    }

    private static StyleReader query(
            Styled styled, String name, TextCoding coding, SchemaShape shape, Predicate<String> otherNames) {
        Style style = styled.style();
        FormStyle form = new FormStyle(
                name,
                Sent::query,
                coding,
                styled.explode() || style == Style.DEEP_OBJECT,
                new ExplodedNames(shape.propertyNames(), shape.open(), otherNames));
        return switch (style) {
            case SPACE_DELIMITED -> DelimitedStyle.spaces(form);
            case PIPE_DELIMITED -> DelimitedStyle.pipes(form);
            case TAB_DELIMITED -> DelimitedStyle.tabs(form);
            case DEEP_OBJECT -> new DeepObjectStyle(form, otherNames);
            default -> form;
        };
    }
}
