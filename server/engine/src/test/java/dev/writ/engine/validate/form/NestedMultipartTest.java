package dev.writ.engine.validate.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts that have parts, hostile ones among them. */
@Timeout(30)
class NestedMultipartTest {
    private static final String FORM = """
            multipart/form-data:
              schema:
                type: object
                properties:
                  a: {type: string}
                  files: {type: array, maxItems: 3, items: {type: string, format: binary, maxLength: 4000}}
                  notes:
                    type: array
                    items: {type: object, required: [t], properties: {t: {type: integer}, o: {type: object}}}
                  many: {type: array, items: {type: string, format: binary}}
                  any: {}
              encoding:
                files: {contentType: multipart/mixed, itemEncoding: {contentType: 'image/png, multipart/mixed'}}
                notes: {contentType: multipart/mixed}
                many: {contentType: multipart/mixed, itemEncoding: {}}
                any: {contentType: 'multipart/*', itemEncoding: {}}
            """;

    private static Forms form(UploadLimits limits) {
        return Forms.ofContent("3.2.0", FORM, "{}", limits);
    }

    /** Parts as {@code name|content}, a circumflex for the end of a line; what begins with a boundary has parts. */
    private static String body(String parts) {
        return parts.replace("^", "\r\n");
    }

    private static String send(Forms form, String parts) {
        return form.send(Forms.MULTIPART, body(parts).getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name, String inner) {
        return "--x^Content-Disposition: form-data; name=" + name + "^Content-Type: multipart/mixed; boundary=y^^"
                + inner + "^";
    }

    private static String note(String text) {
        return "--y^Content-Disposition: form-data; name=t^^" + text + "^";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "files @ --y^Content-Type: image/png^^P^--y^Content-Type: image/png^^Q^--y-- @"
                        + " {files:[<- image/png 1 P>,<- image/png 1 Q>]}",
                "files @ --y-- @ {files:[]}",
                "files @ preamble^--y^^P^--y--^epilogue @ {files:[<- - 1 P>]}",
                "files @ --y^Content-Type: text/html^^P^--y-- @ 400: /files/0 contentType",
                "files @ --y^^P^--y^^P^--y^^P^--y^^P^--y-- @ 400: /files maxItems",
                "notes @ --y^Content-Disposition: form-data; name=t^^1^--y-- @ {notes:[{t:1}]}",
                "notes @ --y^Content-Disposition: inline; name=t^^1^--y-- @ {notes:[{t:1}]}",
                "notes @ --y^Content-Disposition: form-data; name=t^^x^--y-- @ 400: /notes/0/t type",
                "notes @ --y^Content-Disposition: form-data; name=o^^{^--y-- @ 400: /notes/0/o json, /notes/0 required",
                "notes @ --y^^1^--y-- @ 400: /notes/0 multipart, /notes/0 required",
                "any @ --y^^1^--y-- @ {any:[\"1\"]}",
                // It does not end, or its boundary is nowhere; what comes after is read all the same.
                "files @ --y^^P @ 400: /files/0 multipart",
                "files @ --y^^P^--y--junk @ 400: /files/0 multipart",
                "files @ --z^^P^--z-- @ 400: /files multipart",
                "files @ --y^nonsense^^P^--y-- @ 400: /files multipart",
                // A level more is handed over as it comes.
                "files @ --y^Content-Type: multipart/mixed; boundary=z^^--z^^P^--z--^--y-- @"
                        + " {files:[<- multipart/mixed;boundary=z 15 --z\\r\\n\\r\\nP\\r\\n--z--^>]}",
            })
    void parts_of_a_part_are_read_by_its_schema(String name, String inner, String expected) {
        String seen = send(form(UploadLimits.DEFAULT), part(name, inner) + "--x--^");
        assertThat(seen.replace("\r\n", "\\r\\n")).isEqualTo(expected.replace("--z--^", "--z--"));
    }

    @Test
    void parts_of_several_parts_of_a_name_are_told_apart() {
        String valid = part("notes", note("1") + "--y--");
        assertThat(send(form(UploadLimits.DEFAULT), valid + valid + "--x--")).isEqualTo("{notes:[{t:1},{t:1}]}");
        assertThat(send(form(UploadLimits.DEFAULT), valid + part("notes", note("x") + "--y--") + "--x--"))
                .isEqualTo("400: /notes/1/t type");
    }

    @Test
    void what_comes_after_a_broken_part_is_read() {
        String broken = part("files", "--y^^P");
        String field = "--x^Content-Disposition: form-data; name=a^^1^";
        assertThat(send(form(UploadLimits.DEFAULT), broken + field + field + "--x--"))
                .isEqualTo("400: /files/0 multipart, /a explode");
    }

    @Test
    void a_boundary_within_may_begin_as_the_one_outside_does() {
        Forms form = form(UploadLimits.DEFAULT);
        for (String boundary : new String[] {"xy", "x-", "x--", "x--y"}) {
            String part = part("files", "--" + boundary + "^^P^--" + boundary + "--")
                    .replace("boundary=y", "boundary=\"" + boundary + '"');
            assertThat(send(form, part + "--x--")).isEqualTo("{files:[<- - 1 P>]}");
        }
    }

    @Test
    void a_part_with_the_boundary_of_the_body_ends_there() {
        String part = part("files", "--x^^P^--x--").replace("boundary=y", "boundary=x");
        assertThat(send(form(UploadLimits.DEFAULT), part + "--x--")).startsWith("400: /files/0 multipart");
    }

    @Test
    void one_budget_is_for_all_levels() {
        Forms bounded = form(UploadLimits.DEFAULT
                .withParts(10)
                .withPartSize(2_000)
                .withSize(20_000)
                .withMemory(1_000));
        String nine = IntStream.range(0, 9).mapToObj(i -> "--y^^1^").collect(Collectors.joining());
        assertThat(send(bounded, part("many", nine + "--y--") + "--x--")).startsWith("{many:[<- - 1 1>");
        assertThat(send(bounded, part("many", nine + "--y^^1^--y--") + "--x--")).isEqualTo("400: /many multipart");
        assertThat(send(bounded, part("many", nine + "--y^^1^--y--") + part("many", "--y--") + "--x--"))
                .isEqualTo("400: /many multipart,  multipart");
        String large = "--y^^" + "1".repeat(1_500) + "^--y--";
        assertThat(send(bounded, part("files", large) + "--x--")).startsWith("{files:");
        assertThat(send(bounded, part("files", large.replace("^--y--", "1".repeat(600) + "^--y--")) + "--x--"))
                .isEqualTo("413");
        String fields = note("1".repeat(600)) + "--y--";
        assertThat(send(bounded, part("notes", fields) + part("notes", fields) + "--x--"))
                .isEqualTo("413");
    }

    @Test
    void ten_thousand_parts_within_are_refused_at_the_bound() {
        String many = "--y^^1^".repeat(10_000);
        assertThat(send(form(UploadLimits.DEFAULT), part("many", many + "--y--") + "--x--"))
                .isEqualTo("400: /many multipart");
    }

    @Test
    void files_within_count_as_those_outside_do() {
        Forms form = form(UploadLimits.DEFAULT.withMemory(100));
        String large = ("--y^^" + "1".repeat(9_000) + "^").repeat(129);
        assertThat(send(form, part("many", large + "--y--") + "--x--")).isEqualTo("400: /many/128 multipart");
    }
}
