package dev.writ.engine.validate.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code multipart/form-data} and its like, by schema and encoding. */
@Timeout(30)
class MultipartTest {
    private static final String FILE = "{type: string, format: binary}";
    private static final String IMAGE = "f|; filename=\"a.png\"~Content-Type: image/png|PNG";

    private static Forms form(String properties) {
        return Forms.of("multipart/form-data", "{schema: {type: object, properties: {" + properties + "}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "a: {type: string} @ a||b c& @ {a:\"b c&\"}",
                "a: {type: integer} @ a||5 @ {a:5}",
                "a: {type: integer} @ a||x @ 400: /a type",
                "a: {type: object, properties: {b: {type: integer}}} @ a||{\"b\":1} @ {a:{b:1}}",
                "a: {type: object, properties: {b: {type: integer}}} @ a|Content-Type: application/json|{\"b\":\"x\"} @"
                        + " 400: /a/b type",
                "a: {type: object} @ a|Content-Type: application/json|{ @ 400: /a json",
                "a: {type: object} @ a|Content-Type: application/xml|<b/> @ {a:<- application/xml 4 <b/>>}",
                "a: {type: string} @ a|Content-Type: text/plain; charset=iso-8859-1|b @ {a:\"b\"}",
                "a: {type: string} @ a|Content-Type: text/plain; charset=nonsense|b @ 400: /a encoding",
                "a: {type: string} @ a|Content-Type: nonsense|b @ 400: /a contentType",
                "a: {type: string} @ a|Content-Transfer-Encoding: base64|b @ 400: /a encoding",
                "a: {type: string} @ a|Content-Transfer-Encoding: binary|b @ {a:\"b\"}",
                "a: {type: object} @ a|Content-Type: image/png|<b/> @ 400: /a contentType",
                "a: {} @ a||b @ {a:<- - 1 b>}",
                "a: {description: x} @ a|Content-Type: text/plain|b @ {a:<- text/plain 1 b>}",
                "a: {minLength: 1} @ a||b @ {a:\"b\"}",
                "a: {type: string} @ a|; filename=b~Content-Type: application/octet-stream|c @ {a:\"c\"}",
                "a: {} @ a|Content-Type: image/png|b @ {a:<- image/png 1 b>}",
                "a: {contentMediaType: image/png} @ a||b @ {a:<- - 1 b>}",
                "a: {type: string, contentMediaType: image/png, contentEncoding: base64} @ a||Yg== @ {a:\"Yg==\"}",
                "b: {type: string} @ a||1 @ {a:\"1\"}",
            })
    void parts_are_read_by_their_schemas(String properties, String part, String expected) {
        assertThat(form(properties).parts(part)).isEqualTo(expected);
    }

    /** {@code contentSchema} is an annotation (JSON Schema Validation, section 8.5): a text is judged as a text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "allOf: [{properties: {f: {contentMediaType: image/png}}}, {required: [f]}] @ f||P @ {f:<- - 1 P>}",
                "oneOf: [{required: [f], properties: {f: {contentMediaType: image/png}}}, {required: [g]}] @ f||P @"
                        + " {f:<- - 1 P>}",
                "anyOf: [{required: [g]}, {properties: {f: {allOf: [{contentMediaType: image/png}]}}}] @ f||P @"
                        + " {f:<- - 1 P>}",
                "oneOf: [{properties: {f: {type: string, contentEncoding: base64}}}, {required: [g]}] @"
                        + " f|Content-Transfer-Encoding: base64|Yg== @ {f:\"Yg==\"}",
                "properties: {f: {type: string, contentMediaType: application/json, contentSchema: {type: object}}} @"
                        + " f|Content-Type: application/json|[1] @ {f:\"[1]\"}",
            })
    void what_a_text_holds_counts_wherever_the_schema_says_it(String keywords, String part, String expected) {
        assertThat(Forms.of("multipart/form-data", "{schema: {type: object, " + keywords + "}}")
                        .parts(part))
                .isEqualTo(expected);
    }

    @Test
    void a_file_has_a_name_a_type_and_octets() {
        assertThat(form("f: " + FILE).parts(IMAGE)).isEqualTo("{f:<a.png image/png 3 PNG>}");
        assertThat(form("f: " + FILE).parts("f||PNG")).isEqualTo("{f:<- - 3 PNG>}");
        assertThat(form("f: " + FILE).parts("f|; filename=\"\"|")).isEqualTo("{f:<- - 0 >}");
    }

    @Test
    void several_files_of_a_name_are_an_array() {
        Forms several = form("f: {type: array, maxItems: 2, items: " + FILE + "}");
        assertThat(several.parts(IMAGE)).isEqualTo("{f:[<a.png image/png 3 PNG>]}");
        assertThat(several.parts(IMAGE, "f||B")).isEqualTo("{f:[<a.png image/png 3 PNG>,<- - 1 B>]}");
        assertThat(several.parts(IMAGE, IMAGE, IMAGE)).isEqualTo("400: /f maxItems");
        assertThat(form("f: " + FILE).parts(IMAGE, IMAGE)).isEqualTo("400: /f explode");
    }

    @Test
    void the_length_of_a_file_is_counted_in_octets() {
        String schema = "f: {type: string, format: binary, minLength: 2, maxLength: 3}";
        assertThat(form(schema).parts("f||ä")).isEqualTo("{f:<- - 2 ä>}");
        assertThat(form(schema).parts("f||ää")).isEqualTo("400: /f maxLength");
        assertThat(form(schema).parts("f||a")).isEqualTo("400: /f minLength");
    }

    @Test
    void the_form_as_a_whole_is_the_object_of_its_schema() {
        Forms whole = Forms.of(
                "multipart/form-data",
                "{schema: {type: object, required: [f, a], additionalProperties: false, properties: {f: " + FILE
                        + ", a: {type: integer}, m: {type: object}}}}");
        assertThat(whole.parts(IMAGE, "a||1")).isEqualTo("{f:<a.png image/png 3 PNG>,a:1}");
        assertThat(whole.parts("x||1", "m||{"))
                .isEqualTo("400: /m json,  required,  required, /x additionalProperties");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "f: {contentType: 'image/png, image/jpeg'} @ f|Content-Type: image/png|P @ {f:<- image/png 1 P>}",
                "f: {contentType: image/*} @ f|Content-Type: image/gif|P @ {f:<- image/gif 1 P>}",
                "f: {contentType: 'image/png, image/jpeg'} @ f|Content-Type: text/html|P @ 400: /f contentType",
                "f: {contentType: image/png} @ f||P @ {f:<- - 1 P>}",
                "f: {headers: {X-Rate: {required: true, schema: {type: integer}}}} @ f||P @ 400: /f required",
                "f: {headers: {X-Rate: {schema: {type: integer}}}} @ f|X-Rate: x|P @ 400: /f type",
                "f: {headers: {X-Rate: {schema: {type: integer}}}} @ f|X-Rate: 5|P @ {f:<- - 1 P>}",
                "a: {style: form, explode: false} @ a||1,2 @ {a:[1,2]}",
                "o: {style: deepObject} @ o[R]||1 @ {o:{R:1}}",
                "o: {explode: false} @ o||R,1 @ {o:{R:1}}",
                "o: {explode: false} @ o|Content-Type: text/plain|R,1 @ {o:{R:1}}",
            })
    void the_encoding_says_what_a_part_may_be(String encoding, String part, String expected) {
        assertThat(Forms.of(
                                "multipart/form-data",
                                "{schema: {type: object, properties: {f: " + FILE
                                        + ", a: {type: array, items: {type: integer}}, o: {type: object, properties: {R:"
                                        + " {type: integer}}}}}, encoding: {" + encoding + "}}")
                        .parts(part))
                .isEqualTo(expected);
    }

    /** OpenAPI 3.1.2, section 4.15.1.2: nothing is percent-encoded there, so a delimiter stands for itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "spaceDelimited @ x y @ [\"x\",\"y\"]",
                "spaceDelimited @ x%20y+z,w @ [\"x%20y+z,w\"]",
                "pipeDelimited @ x|y @ [\"x\",\"y\"]",
                "pipeDelimited @ x%7Cy%7cz,w|100% @ [\"x%7Cy%7cz,w\",\"100%\"]",
                "form @ x,y%2Cz @ [\"x\",\"y%2Cz\"]",
            })
    void delimiters_in_a_part_are_as_they_are(String style, String text, String expected) {
        assertThat(Forms.of(
                                "multipart/form-data",
                                "{schema: {type: object, properties: {a: {type: array, items: {type: string}}}},"
                                        + " encoding: {a: {style: " + style + ", explode: false}}}")
                        .parts("a||" + text))
                .isEqualTo("{a:" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "../../etc/passwd @ passwd",
                "C:\\dir\\a.txt @ a.txt",
                "a\\\"b @ a\"b",
                "a%22b @ a\"b",
                "a%0D%0Ab @ ab",
                "b\\\\ @ -",
                "b\\\\a\\\\\\\"c @ \"c",
                "C:\\dir\\ @ -",
                "\\\\server\\a.txt @ a.txt",
                ".. @ -",
                "a/ @ -",
                "\u202Egpj.exe @ gpj.exe",
                "a\u0085b\u009Bc @ abc",
                "ä.png @ ä.png",
            })
    void the_name_of_a_file_is_one_segment(String sent, String expected) {
        assertThat(form("f: " + FILE).parts("f|; filename=\"" + sent + "\"|P"))
                .isEqualTo("{f:<" + expected + " - 1 P>}");
    }

    @Test
    void a_long_name_is_not_cut_within_a_character() {
        String fits = "a".repeat(254);
        assertThat(form("f: " + FILE).parts("f|; filename=\"" + fits + "\uD83D\uDE00\"|P"))
                .isEqualTo("{f:<" + fits + " - 1 P>}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "--x^Content-Disposition: form-data; name=a^^1^--x--^ @ {a:\"1\"}",
                "--x^Content-Disposition: form-data; name=a^^1^--x-- @ {a:\"1\"}",
                "preamble^--x^Content-Disposition: form-data; name=a^^1^--x--^epilogue @ {a:\"1\"}",
                "--x \t^Content-Disposition: form-data; name=a^^1^--x--^ @ {a:\"1\"}",
                "--x^content-disposition:form-data ; name = a^^--xy^--x--^ @ {a:\"--xy\"}",
                "--x^Content-Disposition: form-data; name=\"a\"; x=y^^^^--x--^ @ {a:\"\\r\\n\"}",
                "--x--^ @ {}",
                "--x^Content-Disposition: form-data; name=a^^1^--x^ @ 400:  multipart",
                "--x^Content-Disposition: form-data; name=a^^1^ @ 400: /a multipart",
                "--x^Content-Disposition: form-data; name=a^^1^--x--junk^ @ 400: /a multipart",
                "--x^Content-Disposition: form-data; name=a^^1^--x--junk^--x--^ @ {a:\"1\\r\\n--x--junk\"}",
                "--x^Content-Disposition: form-data; name=a^^1^--x-- \t^junk @ {a:\"1\"}",
                "--x^Content-Disposition: form-data; name=a^^1^--x-- \t @ {a:\"1\"}",
                "--x^Content-Disposition: form-data; name=a^^1^--x--\t^ @ {a:\"1\"}",
                "--x^Content-Disposition:\tform-data\t;\tname\t=\t\"a\"\t^^1^--x--^ @ {a:\"1\"}",
                "--x^Content-Disposition: form-data; name=a^ @ 400:  multipart",
                "nothing @ 400:  multipart",
                "--x^Content-Disposition: form-data; name=a$$1^--x--^ @ 400:  multipart",
                "--x^Content-Disposition : form-data; name=a^^1^--x--^ @ 400:  multipart",
                "--x^Content-Disposition: form-data;^ name=a^^1^--x--^ @ 400:  multipart",
                "--x^nonsense^^1^--x--^ @ 400:  multipart",
                "--x^^1^--x--^ @ 400:  multipart",
                "--x^Content-Disposition: form-data^^1^--x--^ @ 400:  multipart",
                "--x^Content-Disposition: attachment; name=a^^1^--x--^ @ 400:  multipart",
                "--x^Content-Disposition: form-data; name=a; name=b^^1^--x--^ @ 400:  multipart",
                "--x^Content-Disposition: form-data; name=\"a^^1^--x--^ @ 400:  multipart",
            })
    void what_is_no_multipart_is_refused(String body, String expected) {
        assertThat(form("a: {type: string}")
                        .send(
                                Forms.MULTIPART,
                                body.replace("^", "\r\n").replace("$", "\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "multipart/form-data @ 400:  multipart",
                "multipart/form-data; boundary=\"\" @ 400:  multipart",
                "multipart/form-data; boundary=\"a b \" @ 400:  multipart",
                "multipart/form-data; boundary=\"a*\" @ 400:  multipart",
            })
    void a_boundary_is_one_to_seventy_characters(String type, String expected) {
        assertThat(form("a: {}").send(type, "--x--\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(form("a: {}").send("multipart/form-data; boundary=" + "y".repeat(71), new byte[1]))
                .isEqualTo("400:  multipart");
    }

    @Test
    void everything_is_bounded() {
        UploadLimits limits = UploadLimits.DEFAULT
                .withParts(10)
                .withPartSize(2_000)
                .withSize(20_000)
                .withMemory(1_000);
        Forms bounded = Forms.of(
                "3.1.0",
                "multipart/form-data",
                "{schema: {type: object, properties: {f: " + FILE + ", a: {type: string}}}}",
                limits);
        assertThat(bounded.parts(
                        IntStream.range(0, 10).mapToObj(i -> "p" + i + "||1").toArray(String[]::new)))
                .startsWith("{p0");
        assertThat(bounded.parts(
                        IntStream.range(0, 11).mapToObj(i -> "p" + i + "||1").toArray(String[]::new)))
                .isEqualTo("400:  multipart");
        assertThat(bounded.parts("f||" + "1".repeat(2_000))).startsWith("{f:<- - 2000 1111");
        assertThat(bounded.parts("f||" + "1".repeat(2_001))).isEqualTo("413");
        assertThat(bounded.parts("a||" + "1".repeat(1_000))).startsWith("{a:");
        assertThat(bounded.parts("a||" + "1".repeat(1_001))).isEqualTo("413");
        assertThat(bounded.parts("a||" + "1".repeat(600), "b||" + "1".repeat(600)))
                .isEqualTo("413");
        assertThat(bounded.parts("a|X: " + "1".repeat(9_000) + "|1")).isEqualTo("400:  multipart");
        assertThat(bounded.send(Forms.MULTIPART, new byte[20_001])).isEqualTo("413");
    }

    @Test
    void ten_thousand_parts_are_refused_at_the_bound() {
        String parts = IntStream.range(0, 10_000)
                .mapToObj(i -> "--x\r\nContent-Disposition: form-data; name=p" + i + "\r\n\r\n1\r\n")
                .collect(Collectors.joining());
        assertThat(form("a: {}").send(Forms.MULTIPART, (parts + "--x--").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("400:  multipart");
    }

    @Test
    void a_body_within_a_body_is_a_file() {
        String inner = "--y\r\nContent-Disposition: attachment; filename=b\r\n\r\n1\r\n--y--";
        assertThat(form("f: " + FILE).parts("f|Content-Type: multipart/mixed;boundary=y|" + inner))
                .startsWith("{f:<- multipart/mixed;boundary=y " + inner.length());
    }

    @Test
    void parts_without_names_are_items() {
        String body =
                "--x\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--";
        Forms mixed = Forms.of(
                "multipart/mixed", "{schema: {type: array, prefixItems: [{type: object}], items: " + FILE + "}}");
        assertThat(mixed.send("multipart/mixed; boundary=x", body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("[{a:1},<- image/png 3 PNG>]");
        assertThat(mixed.send(
                        "multipart/mixed; boundary=x",
                        body.replace("{\"a\":1}", "1").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("400: /0 type");
    }

    @Test
    void fields_and_files_do_not_take_room_from_each_other_and_few_files_are_on_disk() {
        Forms form = Forms.of(
                "3.1.0",
                "multipart/form-data",
                "{schema: {type: object, properties: {a: {type: string}, f: {type: array, items: " + FILE + "}}}}",
                UploadLimits.DEFAULT.withMemory(10_000));
        assertThat(form.parts("f||" + "1".repeat(10_000), "a||" + "2".repeat(10_000)))
                .startsWith("{");
        String[] many = IntStream.range(0, 200).mapToObj(i -> "f||" + i).toArray(String[]::new);
        assertThat(form.parts(many)).startsWith("{f:[");
        String[] large =
                IntStream.range(0, 200).mapToObj(i -> "f||" + "1".repeat(9_000)).toArray(String[]::new);
        assertThat(form.parts(large)).isEqualTo("400: /f multipart");
    }

    @Test
    void nothing_sent_is_no_form() {
        assertThat(form("a: {}").send(Forms.MULTIPART, new byte[0])).isEqualTo("400:  required");
    }

    @Test
    void a_disk_that_takes_nothing_is_our_fault() {
        Forms form = Forms.of(
                "3.1.0",
                "multipart/form-data",
                "{schema: {type: object, properties: {f: " + FILE + "}}}",
                UploadLimits.DEFAULT.withMemory(10).withDirectory(Path.of("/nonexistent")));
        assertThat(form.parts("f||" + "1".repeat(10_000))).isEqualTo("500");
    }
}
