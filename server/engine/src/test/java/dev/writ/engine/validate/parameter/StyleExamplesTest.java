package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Style;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table "Style Examples" of OpenAPI 3.0.4 and 3.1.1, every cell of it, in every place that the style has. */
class StyleExamplesTest {
    private static final String STRING = "{type: string}";
    private static final String ARRAY = "{type: array, items: {type: string}}";
    private static final String OBJECT = "{type: object, properties: {R: {type: integer}, G: {type: integer},"
            + " B: {type: integer}}, additionalProperties: false}";

    private static final String EMPTY = "\"\"";
    private static final String BLUE = "\"blue\"";
    private static final String COLORS = "[\"blue\",\"black\",\"brown\"]";
    private static final String RGB = "{\"R\":100,\"G\":200,\"B\":150}";

    /** A cell of the table. */
    record Cell(In in, Style style, boolean explode, String schema, String text, String json) {
        String read(String sent) {
            return Declared.color(in, style, explode, schema).send(sent);
        }
    }

    /** A row: its texts for empty, string, array and object; empty where the table says n/a. */
    private static List<Cell> row(Style style, boolean explode, List<In> places, String... texts) {
        List<String> schemas = List.of(STRING, STRING, ARRAY, OBJECT);
        List<String> values = List.of(EMPTY, BLUE, COLORS, RGB);
        return places.stream()
                .flatMap(in -> Stream.of(0, 1, 2, 3)
                        .filter(column -> !texts[column].equals("n/a"))
                        .map(column ->
                                new Cell(in, style, explode, schemas.get(column), texts[column], values.get(column))))
                .toList();
    }

    static Stream<Cell> cells() {
        List<In> path = List.of(In.PATH);
        List<In> query = List.of(In.QUERY);
        return Stream.of(
                        row(
                                Style.MATRIX,
                                false,
                                path,
                                ";color",
                                ";color=blue",
                                ";color=blue,black,brown",
                                ";color=R,100,G,200,B,150"),
                        row(
                                Style.MATRIX,
                                true,
                                path,
                                ";color",
                                ";color=blue",
                                ";color=blue;color=black;color=brown",
                                ";R=100;G=200;B=150"),
                        row(Style.LABEL, false, path, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
                        row(Style.LABEL, true, path, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
                        row(
                                Style.SIMPLE,
                                false,
                                List.of(In.PATH, In.HEADER),
                                "",
                                "blue",
                                "blue,black,brown",
                                "R,100,G,200,B,150"),
                        row(
                                Style.SIMPLE,
                                true,
                                List.of(In.PATH, In.HEADER),
                                "",
                                "blue",
                                "blue,black,brown",
                                "R=100,G=200,B=150"),
                        row(
                                Style.FORM,
                                false,
                                List.of(In.QUERY, In.COOKIE),
                                "color=",
                                "color=blue",
                                "color=blue,black,brown",
                                "color=R,100,G,200,B,150"),
                        row(
                                Style.FORM,
                                true,
                                List.of(In.QUERY, In.COOKIE),
                                "color=",
                                "color=blue",
                                "color=blue&color=black&color=brown",
                                "R=100&G=200&B=150"),
                        row(
                                Style.SPACE_DELIMITED,
                                false,
                                query,
                                "n/a",
                                "n/a",
                                "color=blue%20black%20brown",
                                "color=R%20100%20G%20200%20B%20150"),
                        row(
                                Style.PIPE_DELIMITED,
                                false,
                                query,
                                "n/a",
                                "n/a",
                                "color=blue%7Cblack%7Cbrown",
                                "color=R%7C100%7CG%7C200%7CB%7C150"),
                        row(
                                Style.DEEP_OBJECT,
                                true,
                                query,
                                "n/a",
                                "n/a",
                                "n/a",
                                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void an_example_is_the_value_that_the_table_gives_it(Cell cell) {
        assertThat(cell.read(cell.text())).isEqualTo(cell.json());
    }

    static Stream<Arguments> wrongPairs() {
        return cells().flatMap(cell -> cells().filter(other -> other.in() == cell.in())
                .filter(other -> !other.text().equals(cell.text()))
                .map(other -> Arguments.arguments(cell, other)));
    }

    /** What one style writes of a value is not that value to another style. */
    @ParameterizedTest
    @MethodSource("wrongPairs")
    void nothing_else_in_the_table_is_that_value(Cell cell, Cell other) {
        assertThat(cell.read(other.text())).isNotEqualTo(cell.json());
    }
}
