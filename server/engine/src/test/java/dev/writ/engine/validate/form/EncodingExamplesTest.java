package dev.writ.engine.validate.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the sections "Media Type Object" and "Encoding Object", and of appendices C and E as far as they are about
 * forms, of OpenAPI 3.0.4, 3.1.1 and 3.2.0. Where the specification gives no body, the one here is what its text asks for.
 */
class EncodingExamplesTest {
    private static final String COMPONENTS = """
            schemas:
              Address: {type: object, required: [city], properties: {city: {type: string}}}
              Pet:
                type: object
                required: [name, petType]
                properties: {name: {type: string}, petType: {enum: [Cat, Dog, Frog]}}
            headers:
              NoContentId: {schema: false}
              ContentLocation:
                required: true
                content: {text/plain: {schema: {type: string, format: uri}}}
            """;

    private static final String ALL = "3.0.4 3.1.1 3.2.0";
    private static final String OLD = "3.0.4 3.1.1";
    private static final String NEW = "3.1.1 3.2.0";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DATA = "multipart/form-data";
    private static final String MIXED = "multipart/mixed";

    /** Octets that are no UTF-8: they come out as four, and as U+FFFD where they are told as text. */
    private static final String PNG = "\u0089PNG";

    private static final String PNG_SEEN = "4 \uFFFDPNG>";

    private static final String UUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

    private static Stream<Example> urlEncoded(
            String versions, String section, String properties, String encoding, String body, String seen) {
        String content = FORM + ":\n  schema: {type: object, properties: " + properties + "}\n";
        String all = encoding.isEmpty() ? content : content + "  encoding: " + encoding + "\n";
        return Example.of(versions, section, all, FORM, body, seen);
    }

    /** A part as {@code name|further head|content}, in one line. */
    private static String part(String part) {
        String[] cut = part.split("\\|", 3);
        return "--x\nContent-Disposition: form-data; name=\"" + cut[0] + "\"\n" + cut[1]
                + (cut[1].isEmpty() ? "" : "\n") + "\n" + cut[2] + "\n";
    }

    private static String parts(String... parts) {
        return Stream.of(parts).map(EncodingExamplesTest::part).reduce("", String::concat) + "--x--\n";
    }

    private static String unnamed(String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            String[] cut = part.split("\\|", 2);
            body.append("--x\n")
                    .append(cut[0])
                    .append(cut[0].isEmpty() ? "" : "\n")
                    .append('\n')
                    .append(cut[1]);
            body.append('\n');
        }
        return body + "--x--\n";
    }

    private static Stream<Example> flat(List<Stream<Example>> rows) {
        return rows.stream().flatMap(row -> row);
    }

    static Stream<Example> mediaTypes() {
        String pet = "application/json: {schema: {$ref: '#/components/schemas/Pet'}}";
        String json = "application/json";
        String octets = "application/octet-stream";
        String pictures = "image/jpeg: {}\nimage/png: {}";
        String file = "{schema: {type: string, format: binary}}";
        return flat(List.of(
                Example.of(
                        ALL,
                        "Media Type Examples",
                        pet,
                        json,
                        "{\"name\": \"Puma\", \"petType\": \"Dog\"}",
                        "{name:\"Puma\",petType:\"Dog\"}"),
                Example.of(
                        ALL, "Media Type Examples: no pet", pet, json, "{\"name\": 1}", "400:  required, /name type"),
                Example.of(
                        NEW, "File Uploads: a picture", "image/png: {}", "image/png", PNG, "<- image/png " + PNG_SEEN),
                Example.of(NEW, "File Uploads: a file", octets + ": {}", octets, PNG, "<- " + octets + " " + PNG_SEEN),
                Example.of(
                        "3.0.4",
                        "File Uploads: a file",
                        octets + ": " + file,
                        octets,
                        PNG,
                        "<- " + octets + " " + PNG_SEEN),
                Example.of(NEW, "File Uploads: any JSON", json + ": {}", json, "[1, {\"a\": null}]", "[1,{a:null}]"),
                Example.of(NEW, "File Uploads: no JSON", json + ": {}", json, "[1", "400:  json"),
                Example.of(
                        NEW,
                        "File Uploads: one of two types",
                        pictures,
                        "image/jpeg",
                        PNG,
                        "<- image/jpeg " + PNG_SEEN),
                Example.of(NEW, "File Uploads: none of two types", pictures, "image/gif", PNG, "415"),
                Example.of(
                        "3.0.4",
                        "File Uploads: one of two types",
                        pictures.replace("{}", file),
                        "image/jpeg",
                        PNG,
                        "<- image/jpeg " + PNG_SEEN)));
    }

    static Stream<Example> urlEncodedForms() {
        String person = "{id: {type: string, format: uuid}, address: {type: object, properties: {}}}";
        String personSeen =
                "{id:\"" + UUID + "\",address:{streetAddress:\"123 Example Dr.\",city:\"Somewhere\",state:\"CA\","
                        + "zip:\"99999+1234\"}}";
        String icon =
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAABGdBTUEAALGPC_xhBQAAADhlWElmTU0AKgAAAAgAAYdpAAQAAAAB"
                        + "AAAAGgAAAAAAAqACAAQAAAABAAAAAqADAAQAAAABAAAAAgAAAADO0J6QAAAAEElEQVQIHWP8zwACTGCSAQANHQEDqtPptQAAAABJ"
                        + "RU5ErkJggg";
        String pictures = "{icon: {contentType: 'image/png, image/jpeg'}}";
        return flat(List.of(
                urlEncoded(
                        OLD,
                        "URL Encoded Form with JSON Values",
                        person,
                        "",
                        "id=" + UUID
                                + "&address=%7B%22streetAddress%22:%22123+Example+Dr.%22,%22city%22:%22Somewhere%22,"
                                + "%22state%22:%22CA%22,%22zip%22:%2299999%2B1234%22%7D",
                        personSeen),
                urlEncoded(
                        "3.2.0",
                        "URL Encoded Form with JSON Values",
                        person,
                        "",
                        "id=" + UUID
                                + "&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere"
                                + "%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D",
                        personSeen),
                urlEncoded(
                        ALL,
                        "URL Encoded Form with JSON Values: id as JSON",
                        person,
                        "{id: {contentType: application/json}}",
                        "id=%22" + UUID + "%22",
                        "{id:\"" + UUID + "\"}"),
                urlEncoded(
                        ALL,
                        "URL Encoded Form with JSON Values: id as JSON where it is text",
                        person,
                        "",
                        "id=%22" + UUID + "%22",
                        "400: /id format"),
                urlEncoded(
                        "3.0.4",
                        "URL Encoded Form with Binary Values",
                        "{name: {type: string}, icon: {type: string, format: byte}}",
                        pictures,
                        "name=example&icon=" + icon.replace("_", "%2F") + "%3D%3D",
                        "{name:\"example\",icon:\"" + icon.replace('_', '/') + "==\"}"),
                urlEncoded(
                        NEW,
                        "URL Encoded Form with Binary Values",
                        "{name: {type: string}, icon: {type: string, contentEncoding: base64url}}",
                        pictures,
                        "name=example&icon=" + icon + "%3D%3D",
                        "{name:\"example\",icon:\"" + icon + "==\"}"),
                urlEncoded(
                        ALL,
                        "Encoding Object: headers say nothing of a form",
                        "{a: {type: integer}}",
                        "{a: {headers: {X-A: {required: true, schema: {type: integer}}}}}",
                        "a=1",
                        "{a:1}"),
                urlEncoded(
                        ALL,
                        "Encoding Object: a style takes the place of contentType",
                        "{a: {type: array, items: {type: integer}}}",
                        "{a: {contentType: application/json, explode: false}}",
                        "a=1,2",
                        "{a:[1,2]}"),
                urlEncoded(
                        ALL,
                        "Encoding Object: each item of an array is a field",
                        "{a: {type: array, items: {$ref: '#/components/schemas/Address'}}}",
                        "",
                        "a=%7B%22city%22:%22A%22%7D&a=%7B%22city%22:%22B%22%7D",
                        "{a:[{city:\"A\"},{city:\"B\"}]}"),
                Example.of(
                        "3.2.0",
                        "Encoding Usage and Restrictions: positions say nothing of a form",
                        FORM
                                + ": {schema: {properties: {a: {type: integer}}}, prefixEncoding: [{contentType: image/png}]}",
                        FORM,
                        "a=1",
                        "{a:1}"),
                Example.of(
                        ALL,
                        "Encoding By Name: a form is an object",
                        FORM + ": {schema: {type: array, items: {type: integer}}}",
                        FORM,
                        "a=1",
                        "400:  type"),
                urlEncoded(
                        "3.2.0",
                        "Encoding By Name: an array within an array is one value",
                        "{a: {type: array, items: {type: array, items: {type: integer}}}}",
                        "",
                        "a=%5B1,2%5D&a=%5B3%5D",
                        "{a:[[1,2],[3]]}")));
    }

    static Stream<Example> appendices() {
        String formulas = "{formulas: {type: object, additionalProperties: {type: string}},"
                + " words: {type: array, items: {type: string}}}";
        String seen = "{formulas:{a:\"x+y\",b:\"x/y\",c:\"x^y\"},words:[\"math\",\"is\",\"fun\"]}";
        String expanded = "{formulas: {explode: true}, words: {explode: false}}";
        String spaced =
                "{formulas: {explode: true, allowReserved: true}, words: {style: spaceDelimited, explode: false}}";
        String object = "{a: {type: object, properties: {R: {type: integer}}}}";
        String list = "{a: {type: array, items: {type: string}}}";
        return flat(List.of(
                urlEncoded(
                        ALL,
                        "Appendix C, RFC6570-Equivalent Expansion",
                        formulas,
                        expanded,
                        "a=x%2By&b=x%2Fy&c=x%5Ey&words=math,is,fun",
                        seen),
                urlEncoded(
                        ALL,
                        "Appendix C, Expansion with Non-RFC6570-Supported Options",
                        formulas,
                        spaced,
                        "a=x%2By&b=x/y&c=x%5Ey&words=math%20is%20fun",
                        seen),
                urlEncoded(
                        ALL,
                        "Appendix C, Undefined Values: by its template",
                        formulas,
                        expanded,
                        "words=hello,world",
                        "{words:[\"hello\",\"world\"]}"),
                urlEncoded(
                        ALL,
                        "Appendix C, Undefined Values: by hand",
                        formulas,
                        spaced,
                        "words=hello%20world",
                        "{words:[\"hello\",\"world\"]}"),
                urlEncoded(
                        ALL,
                        "Appendix C, Illegal Variable Names as Parameter Names",
                        "{\u2764\uFE0F: {type: string}}",
                        "{\u2764\uFE0F: {style: form}}",
                        "%E2%9D%A4%EF%B8%8F=love%21",
                        "{\u2764\uFE0F:\"love!\"}"),
                urlEncoded(
                        ALL,
                        "Appendix C, Delimiters in Parameter Values: cut, then decoded",
                        list,
                        "{a: {explode: false}}",
                        "a=b%2Cc,d",
                        "{a:[\"b,c\",\"d\"]}"),
                urlEncoded(ALL, "Appendix E: plus is a space", "{a: {type: string}}", "", "a=b+c%20d", "{a:\"b c d\"}"),
                urlEncoded(
                        ALL,
                        "Appendix E: an encoded plus is none",
                        "{a: {type: string}}",
                        "",
                        "a=b%2Bc",
                        "{a:\"b+c\"}"),
                urlEncoded(
                        ALL,
                        "Appendix E: delimiters of forms are encoded in values",
                        "{a: {type: string}, b: {type: string}}",
                        "",
                        "a=%26b%3D1&b=%3D",
                        "{a:\"&b=1\",b:\"=\"}"),
                urlEncoded(
                        ALL,
                        "Appendix E: more may be encoded than has to be",
                        "{a: {type: string}}",
                        "",
                        "%61=%62%2e%2D%7e",
                        "{a:\"b.-~\"}"),
                urlEncoded(
                        ALL, "Appendix E: deepObject", object, "{a: {style: deepObject}}", "a%5BR%5D=1", "{a:{R:1}}"),
                urlEncoded(
                        ALL,
                        "Appendix E: pipeDelimited",
                        list,
                        "{a: {style: pipeDelimited}}",
                        "a=b%7Cc",
                        "{a:[\"b\",\"c\"]}"),
                Example.ofParts(
                        ALL,
                        "Appendix E, Percent-Encoding and form-data: content is not encoded",
                        DATA + ": {schema: {type: object, properties: {a: {type: string}}}}",
                        DATA,
                        parts("a||b%20c+d"),
                        "{a:\"b%20c+d\"}"),
                Example.ofParts(
                        "3.2.0",
                        "Appendix C: a style in form-data does not encode",
                        DATA + ": {schema: {properties: {a: {type: array, items: {type: string}}}},"
                                + " encoding: {a: {explode: false, allowReserved: false}}}",
                        DATA,
                        parts("a||b%20c,d+e"),
                        "{a:[\"b%20c\",\"d+e\"]}")));
    }

    static Stream<Example> multipartForms() {
        String file = "{type: string, format: binary}";
        String octets = "Content-Type: application/octet-stream";
        String basic = """
                multipart/form-data:
                  schema:
                    type: object
                    properties:
                      id: {type: string, format: uuid}
                      profileImage: %s
                      addresses: {type: array, items: {$ref: '#/components/schemas/Address'}}
                """;
        String encoded = basic + """
                  encoding:
                    addresses: {contentType: application/xml; charset=utf-8}
                    profileImage:
                      contentType: image/png, image/jpeg
                      headers: {X-Rate-Limit-Limit: {schema: {type: integer}}}
                """;
        String several = DATA + ": {schema: {properties: {file: {type: array, items: %s}}}}";
        String person = parts(
                "id|Content-Type: text/plain|" + UUID,
                "profileImage|" + octets + "|" + PNG,
                "addresses|Content-Type: application/json|{\"city\":\"A\"}",
                "addresses|Content-Type: application/json|{\"city\":\"B\"}");
        String personSeen = "{id:\"" + UUID + "\",profileImage:<- application/octet-stream " + PNG_SEEN
                + ",addresses:[{city:\"A\"},{city:\"B\"}]}";
        String untold = parts("id||" + UUID, "profileImage||" + PNG, "addresses||{\"city\":\"A\"}");
        String untoldSeen = "{id:\"" + UUID + "\",profileImage:<- - " + PNG_SEEN + ",addresses:[{city:\"A\"}]}";
        String picture = "profileImage|Content-Type: image/png\nX-Rate-Limit-Limit: 5|" + PNG;
        String files = parts("file|" + octets + "|" + PNG, "file|" + octets + "|2");
        String filesSeen = "{file:[<- application/octet-stream " + PNG_SEEN + ",<- application/octet-stream 1 2>]}";
        return flat(List.of(
                Example.ofParts(OLD, "Basic Multipart Form", basic.formatted(file), DATA, person, personSeen),
                Example.ofParts("3.2.0", "Basic Multipart Form", basic.formatted("{}"), DATA, person, personSeen),
                Example.ofParts(
                        OLD, "Basic Multipart Form: no media types", basic.formatted(file), DATA, untold, untoldSeen),
                Example.ofParts(
                        "3.2.0",
                        "Basic Multipart Form: no media types",
                        basic.formatted("{}"),
                        DATA,
                        untold,
                        untoldSeen),
                Example.ofParts(
                        ALL,
                        "Basic Multipart Form: an address that is none",
                        basic.formatted(file),
                        DATA,
                        parts("addresses||{\"city\":\"A\"}", "addresses||{}"),
                        "400: /addresses/1 required"),
                Example.ofParts(
                        OLD,
                        "Multipart Form with Encoding Objects: a picture",
                        encoded.formatted(file),
                        DATA,
                        parts("id||" + UUID, picture),
                        "{id:\"" + UUID + "\",profileImage:<- image/png " + PNG_SEEN + "}"),
                Example.ofParts(
                        "3.2.0",
                        "Multipart Form with Encoding Objects: a picture",
                        encoded.formatted("{}"),
                        DATA,
                        parts("id||" + UUID, picture),
                        "{id:\"" + UUID + "\",profileImage:<- image/png " + PNG_SEEN + "}"),
                Example.ofParts(
                        ALL,
                        "Multipart Form with Encoding Objects: no picture",
                        encoded.formatted(file),
                        DATA,
                        parts("profileImage|Content-Type: image/gif|" + PNG),
                        "400: /profileImage contentType"),
                Example.ofParts(
                        ALL,
                        "Multipart Form with Encoding Objects: a header that is no integer",
                        encoded.formatted(file),
                        DATA,
                        parts("profileImage|Content-Type: image/png\nX-Rate-Limit-Limit: x|" + PNG),
                        "400: /profileImage type"),
                Example.ofParts(
                        ALL,
                        "Multipart Form with Encoding Objects: addresses that are not XML",
                        encoded.formatted(file),
                        DATA,
                        parts("addresses|Content-Type: application/json|{\"city\":\"A\"}"),
                        "400: /addresses contentType"),
                Example.ofParts(
                        "3.0.4", "Multipart Form with Multiple Files", several.formatted(file), DATA, files, filesSeen),
                Example.ofParts(
                        NEW, "Multipart Form with Multiple Files", several.formatted("{}"), DATA, files, filesSeen),
                Example.ofParts(
                        ALL,
                        "Encoding Object: Content-Type is none of the headers",
                        DATA + ": {schema: {properties: {a: {type: string}}}, encoding: {a: {headers: {Content-Type:"
                                + " {required: true, schema: {enum: [a/b]}}}}}}",
                        DATA,
                        parts("a||b"),
                        "{a:\"b\"}"),
                Example.ofParts(
                        NEW,
                        "Encoding Object: a style in form-data",
                        DATA + ": {schema: {properties: {a: {type: array, items: {type: integer}}}},"
                                + " encoding: {a: {style: pipeDelimited, contentType: application/json}}}",
                        DATA,
                        parts("a||1|2"),
                        "{a:[1,2]}"),
                Example.ofParts(
                        "3.0.4",
                        "Encoding Object: no style in form-data",
                        DATA + ": {schema: {properties: {a: {type: array, items: {type: string}}}},"
                                + " encoding: {a: {style: form, explode: false}}}",
                        DATA,
                        parts("a||1,2"),
                        "{a:[\"1,2\"]}"),
                Example.ofParts(
                        NEW,
                        "Encoding Object: a style in no other multipart",
                        MIXED + ": {schema: {properties: {a: {type: array, items: {type: string}}}},"
                                + " encoding: {a: {style: form, explode: false}}}",
                        MIXED,
                        parts("a||1,2"),
                        "{a:[\"1,2\"]}"),
                Example.ofParts(
                        "3.2.0",
                        "Encoding By Name: an array within an array is one value",
                        DATA
                                + ": {schema: {properties: {a: {type: array, items: {type: array, items: {type: integer}}}}}}",
                        DATA,
                        parts("a|Content-Type: application/json|[1,2]", "a||[3]"),
                        "{a:[[1,2],[3]]}"),
                Example.ofParts(
                        "3.2.0",
                        "Encoding By Name: an encoding of no property says nothing",
                        DATA + ": {schema: {properties: {a: {type: string}}}, encoding: {b: {contentType: image/png}}}",
                        DATA,
                        parts("a||1", "b|Content-Type: text/plain|2"),
                        "{a:\"1\",b:\"2\"}")));
    }

    static Stream<Example> defaultTypes() {
        String json = "application/json";
        String octets = "application/octet-stream";
        return flat(List.of(
                byDefault("3.0.4", "{type: string, format: binary}", octets, PNG, "<- " + octets + " " + PNG_SEEN),
                byDefault("3.0.4", "{type: string, format: byte}", octets, "Yg==", "\"Yg==\""),
                byDefault(ALL, "{type: string}", "text/plain", "b", "\"b\""),
                byDefault(ALL, "{type: number}", "text/plain", "1.5", "1.5"),
                byDefault(ALL, "{type: integer}", "text/plain", "5", "5"),
                byDefault(ALL, "{type: boolean}", "text/plain", "true", "true"),
                byDefault(ALL, "{type: object}", json, "{\"b\":1}", "{b:1}"),
                byDefault(ALL, "{type: array, items: {type: integer}}", "text/plain", "5", "[5]"),
                byDefault(ALL, "{type: array, items: {type: object}}", json, "{\"b\":1}", "[{b:1}]"),
                byDefault(NEW, "{}", octets, PNG, "<- " + octets + " " + PNG_SEEN),
                byDefault(NEW, "{type: string, contentEncoding: base64}", octets, "Yg==", "\"Yg==\""),
                byDefault(NEW, "{type: array, items: {}}", octets, PNG, "[<- " + octets + " " + PNG_SEEN + "]")));
    }

    /** A part that has the default media type, and one that has none, which means the same. */
    private static Stream<Example> byDefault(String versions, String schema, String type, String content, String seen) {
        String form = DATA + ": {schema: {type: object, properties: {a: " + schema + "}}}";
        return Stream.concat(
                Example.ofParts(
                        versions,
                        "Encoding Object, default contentType of " + schema,
                        form,
                        DATA,
                        parts("a|Content-Type: " + type + "|" + content),
                        "{a:" + seen + "}"),
                Example.ofParts(
                        versions,
                        "Encoding Object, default contentType of " + schema + ", not sent",
                        form,
                        DATA,
                        parts("a||" + content),
                        "{a:" + seen.replace("<- " + type, "<- -") + "}"));
    }

    private static Stream<Example> positional(String section, String mediaType, String type, String body, String seen) {
        return Example.ofParts("3.2.0", section, mediaType, type, body, seen);
    }

    static Stream<Example> positions() {
        String ordered = """
                multipart/mixed:
                  schema:
                    type: array
                    prefixItems:
                    - type: object
                      properties:
                        author: {type: string}
                        created: {type: string, format: datetime}
                        copyright: {type: string}
                        license: {type: string}
                    - {}
                  prefixEncoding:
                  - {}
                  - contentType: image/*
                """;
        String page = """
                'multipart/related; type="text/html"':
                  schema:
                    prefixItems: [{type: string}]
                    items: {anyOf: [{type: string}, {$comment: always passes}]}
                  prefixEncoding:
                  - contentType: text/html
                    headers: &links
                      Content-ID: {$ref: '#/components/headers/NoContentId'}
                      Content-Location: {$ref: '#/components/headers/ContentLocation'}
                  itemEncoding: {contentType: 'text/css,text/javascript,image/*', headers: *links}
                """;
        String related = "multipart/related; type=\"text/html\"";
        String html = "Content-Type: text/html\nContent-Location: http://example.com/|<p>";
        String seen = "[\"<p>\",\"p {}\",<- image/png " + PNG_SEEN + "]";
        String metadata = "Content-Type: application/json|{\"author\":\"A\"}";
        String named = """
                multipart/form-data:
                  schema: {type: array, prefixItems: [{type: integer}, {type: string}]}
                  prefixEncoding:
                  - headers: {Content-Disposition: {required: true, content: {text/plain: {schema: {const: form-data; name="a"}}}}}
                  - headers: {Content-Disposition: {required: true, content: {text/plain: {schema: {const: form-data; name="b"}}}}}
                """;
        return flat(List.of(
                positional(
                        "Ordered, Unnamed Multipart",
                        ordered,
                        MIXED,
                        unnamed(metadata, "Content-Type: image/png|" + PNG),
                        "[{author:\"A\"},<- image/png " + PNG_SEEN + "]"),
                positional(
                        "Ordered, Unnamed Multipart: in another order",
                        ordered,
                        MIXED,
                        unnamed("Content-Type: image/png|" + PNG, metadata),
                        "400: /0 contentType, /1 contentType"),
                positional(
                        "Encoding By Position: fewer parts than encodings",
                        ordered,
                        MIXED,
                        unnamed(metadata),
                        "[{author:\"A\"}]"),
                positional(
                        "Ordered Multipart With Required Header",
                        page,
                        related,
                        unnamed(
                                html,
                                "Content-Type: text/css\nContent-Location: http://example.com/a.css|p {}",
                                "Content-Type: image/png\nContent-Location: http://example.com/a.png|" + PNG),
                        seen),
                positional(
                        "Ordered Multipart With Required Header: without it",
                        page,
                        related,
                        unnamed(html, "Content-Type: text/css|p {}"),
                        "400: /1 required"),
                positional(
                        "Ordered Multipart With Required Header: no full URI",
                        page,
                        related,
                        unnamed("Content-Type: text/html\nContent-Location: a|<p>"),
                        "400: /0 format"),
                positional(
                        "Ordered Multipart With Required Header: with one that must not be",
                        page,
                        related,
                        unnamed("Content-Type: text/html\nContent-ID: 1\nContent-Location: http://example.com/|<p>"),
                        "400: /0 false"),
                positional(
                        "Ordered Multipart With Required Header: of a type that may not follow",
                        page,
                        related,
                        unnamed(html, "Content-Type: video/mp4\nContent-Location: http://example.com/a|" + PNG),
                        "400: /1 contentType"),
                positional(
                        "Additional Encoding Approaches: parts of a form in order",
                        named,
                        DATA,
                        parts("a||1", "b||2"),
                        "[1,\"2\"]"),
                positional(
                        "Additional Encoding Approaches: in another order",
                        named,
                        DATA,
                        parts("b||1", "a||2"),
                        "400: /0 const, /1 const"),
                positional(
                        "Encoding Object, default contentType of an array by position",
                        MIXED + ": {schema: {type: array, prefixItems: [{type: array, items: {type: integer}}]}}",
                        MIXED,
                        unnamed("Content-Type: application/json|[1,2]"),
                        "[[1,2]]"),
                positional(
                        "Encoding Object, default contentType of an array by position, not sent",
                        MIXED + ": {schema: {type: array, prefixItems: [{type: array, items: {type: integer}}]}}",
                        MIXED,
                        unnamed("|[1,2]"),
                        "[[1,2]]")));
    }

    /** The schema of the example says nothing of what stands in its first part; the first part within is XML. */
    static Stream<Example> nested() {
        String nested = """
                multipart/mixed:
                  schema:
                    type: array
                    prefixItems:
                    - {type: array}
                    - {type: array, prefixItems: [{type: object}, {type: string}, {}]}
                  prefixEncoding:
                  - {}
                  - contentType: multipart/mixed
                    prefixEncoding: [{contentType: application/xml}, {}, {contentType: image/png}]
                """;
        String xml = "--y\nContent-Type: application/xml\n\n<a/>\n";
        String text = "--y\n\nb\n";
        String image = "--y\nContent-Type: image/png\n\n" + PNG + "\n";
        String json = "Content-Type: application/json|[1]";
        String mixed = "Content-Type: multipart/mixed; boundary=y|";
        String byName = """
                multipart/form-data:
                  schema:
                    type: object
                    properties:
                      letter:
                        type: object
                        required: [text]
                        properties: {text: {type: string}, pages: {type: integer}, scans: {type: array, items: {}}}
                  encoding:
                    letter:
                      contentType: multipart/form-data
                      encoding:
                        scans: {contentType: image/png, headers: {X-Page: {required: true, schema: {type: integer}}}}
                """;
        String letter = "letter|Content-Type: multipart/form-data; boundary=y|";
        String pages = "--y\nContent-Disposition: form-data; name=pages\n\n3\n";
        String words = "--y\nContent-Disposition: form-data; name=text\n\nDear\n";
        String scan = "--y\nContent-Disposition: form-data; name=scans\nContent-Type: image/png\n%s\n" + PNG + "\n";
        return flat(List.of(
                positional(
                        "Nested multipart/mixed",
                        nested,
                        MIXED,
                        unnamed(json, mixed + xml + text + image + "--y--"),
                        "[[1],[<- application/xml 4 <a/>>,\"b\",<- image/png " + PNG_SEEN + "]]"),
                positional(
                        "Nested multipart/mixed: fewer parts within",
                        nested,
                        MIXED,
                        unnamed(json, mixed + xml + "--y--"),
                        "[[1],[<- application/xml 4 <a/>>]]"),
                positional(
                        "Nested multipart/mixed: in another order within",
                        nested,
                        MIXED,
                        unnamed(json, mixed + image + text + xml + "--y--"),
                        "400: /1/0 contentType, /1/2 contentType"),
                positional(
                        "Nested multipart/mixed: not what the schema says outside",
                        nested,
                        MIXED,
                        unnamed("Content-Type: application/json|{}", mixed + xml + "--y--"),
                        "400: /0 type"),
                positional(
                        "Nested multipart/mixed: of another type",
                        nested,
                        MIXED,
                        unnamed(json, "Content-Type: application/json|[{}]"),
                        "400: /1 contentType"),
                positional(
                        "Nested multipart/mixed: of no type",
                        nested,
                        MIXED,
                        unnamed(json, "|" + xml + "--y--"),
                        "400: /1 contentType"),
                Example.ofParts(
                        "3.2.0",
                        "Nested Encoding: by name",
                        byName,
                        DATA,
                        parts(letter + words + pages + scan.formatted("X-Page: 1\n") + "--y--"),
                        "{letter:{text:\"Dear\",pages:3,scans:[<- image/png " + PNG_SEEN + "]}}"),
                Example.ofParts(
                        "3.2.0",
                        "Nested Encoding: by name, not what the schema says",
                        byName,
                        DATA,
                        parts(letter + pages.replace('3', 'x') + "--y--"),
                        "400: /letter/pages type, /letter required"),
                Example.ofParts(
                        "3.2.0",
                        "Nested Encoding: by name, without a header",
                        byName,
                        DATA,
                        parts(letter + scan.formatted("") + "--y--"),
                        "400: /letter/scans required, /letter required"),
                Example.ofParts(
                        NEW,
                        "Nested Encoding: by the schema alone",
                        byName.substring(0, byName.indexOf("      encoding:")),
                        DATA,
                        parts(letter + words + scan.formatted("") + "--y--"),
                        "{letter:{text:\"Dear\",scans:[<- image/png " + PNG_SEEN + "]}}")));
    }

    static Stream<Example> items() {
        String images = MIXED + ": {itemSchema: {$comment: an image}, itemEncoding: {contentType: image/jpg}}";
        String ranges = """
                multipart/byteranges:
                  itemSchema: {}
                  itemEncoding:
                    contentType: video/mp4
                    headers: {Content-Range: {required: true, content: {text/plain: {schema: {type: string}}}}}
                """;
        String records = MIXED + ": {itemSchema: {$ref: '#/components/schemas/Address'}}";
        String both =
                MIXED + ": {schema: {type: array, maxItems: 2}, itemSchema: {$ref: '#/components/schemas/Address'}}";
        String first = MIXED + ": {itemSchema: {type: string}, prefixEncoding: [{contentType: text/html}],"
                + " itemEncoding: {contentType: text/plain}}";
        String city = "Content-Type: application/json|{\"city\":\"A\"}";
        return flat(List.of(
                positional(
                        "Streaming Multipart",
                        images,
                        MIXED,
                        unnamed("Content-Type: image/jpg|1", "Content-Type: image/jpg|2"),
                        "[<- image/jpg 1 1>,<- image/jpg 1 2>]"),
                positional(
                        "Streaming Multipart: no image",
                        images,
                        MIXED,
                        unnamed("Content-Type: image/jpg|1", "Content-Type: text/html|2"),
                        "400: /1 contentType"),
                positional("Streaming Multipart: no parts", images, MIXED, "--x--", "[]"),
                positional(
                        "Streaming Byte Ranges",
                        ranges,
                        "multipart/byteranges",
                        unnamed("Content-Type: video/mp4\nContent-Range: bytes 0-0/2|1"),
                        "[<- video/mp4 1 1>]"),
                positional(
                        "Streaming Byte Ranges: without a range",
                        ranges,
                        "multipart/byteranges",
                        unnamed("Content-Type: video/mp4|1"),
                        "400: /0 required"),
                positional(
                        "Media Type Object, itemSchema of each part",
                        records,
                        MIXED,
                        unnamed(city, city),
                        "[{city:\"A\"},{city:\"A\"}]"),
                positional(
                        "Media Type Object, itemSchema of each part: one that is none",
                        records,
                        MIXED,
                        unnamed(city, "Content-Type: application/json|{}", "Content-Type: application/json|{"),
                        "400: /2 json, /1 required"),
                positional(
                        "Media Type Object, itemSchema beside schema",
                        both,
                        MIXED,
                        unnamed(city, "Content-Type: application/json|{}", city),
                        "400:  maxItems, /1 required"),
                positional(
                        "Encoding By Position: the first, then the others",
                        first,
                        MIXED,
                        unnamed("Content-Type: text/html|<p>", "Content-Type: text/plain|a"),
                        "[\"<p>\",\"a\"]"),
                positional(
                        "Encoding By Position: the others first",
                        first,
                        MIXED,
                        unnamed("Content-Type: text/plain|a", "Content-Type: text/html|<p>"),
                        "400: /0 contentType, /1 contentType")));
    }

    /** "Using contentEncoding is equivalent to" a header Content-Transfer-Encoding that says the same. */
    static Stream<Example> codings() {
        String text = DATA + ": {schema: {properties: {a: {type: string, contentEncoding: %s}}}}";
        String bytes = DATA + ": {schema: {properties: {a: {type: string, format: byte}}}}";
        String plain = DATA + ": {schema: {properties: {a: {type: string}}}}";
        String header = DATA + ": {schema: {properties: {a: {type: string}}}, encoding: {a: {headers:"
                + " {Content-Transfer-Encoding: {schema: {const: quoted-printable}}}}}}";
        String base64 = "Content-Transfer-Encoding: base64";
        String quoted = "Content-Transfer-Encoding: Quoted-Printable";
        return flat(List.of(
                coding(NEW, "contentEncoding", text.formatted("base64"), base64, "Yg==", "{a:\"Yg==\"}"),
                coding(NEW, "contentEncoding, not sent", text.formatted("base64"), "", "Yg==", "{a:\"Yg==\"}"),
                coding(NEW, "contentEncoding", text.formatted("quoted-printable"), quoted, "a=3D", "{a:\"a=3D\"}"),
                coding(NEW, "another contentEncoding", text.formatted("base64"), quoted, "Yg==", "400: /a encoding"),
                coding("3.0.4", "format: byte", bytes, base64, "Yg==", "{a:\"Yg==\"}"),
                coding(ALL, "nothing", plain, base64, "Yg==", "400: /a encoding"),
                coding(NEW, "the header field", header, quoted.toLowerCase(Locale.ROOT), "a=3D", "{a:\"a=3D\"}"),
                coding(NEW, "another header field", header, base64, "Yg==", "400: /a const")));
    }

    private static Stream<Example> coding(
            String versions, String declared, String content, String head, String body, String seen) {
        return Example.ofParts(
                versions,
                "Content-Transfer-Encoding and " + declared,
                content,
                DATA,
                parts("a|" + head + "|" + body),
                seen);
    }

    @ParameterizedTest
    @MethodSource({
        "mediaTypes",
        "urlEncodedForms",
        "appendices",
        "multipartForms",
        "defaultTypes",
        "positions",
        "nested",
        "items",
        "codings"
    })
    void an_example_is_the_value_that_the_specification_gives_it(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }

    /** The section of ordered multipart names its media type so, but a slash has to be quoted there (RFC 9110, section 5.6.6). */
    @Test
    void a_media_type_that_is_none_is_refused_at_load() {
        assertThatThrownBy(() -> Forms.ofContent("3.2.0", "multipart/related; type=text/html: {}", COMPONENTS))
                .hasMessageContaining("'multipart/related; type=text/html' is no media type");
    }

    static Stream<Example> leftOpen() {
        String names = "{schema: {type: object, properties: {a: {type: integer}}}}";
        return flat(List.of(
                // Named parts of other multipart types: "implementations MAY choose to support this workaround".
                Example.ofParts(
                        NEW,
                        "Additional Encoding Approaches: names in mixed",
                        MIXED + ": " + names,
                        MIXED,
                        parts("a||1"),
                        "{a:1}"),
                // "Use regular percent-decoding if + represents itself": a style does not say which of the two it is.
                urlEncoded(
                        ALL,
                        "Appendix E: plus in a style",
                        "{a: {type: string}}",
                        "{a: {style: form}}",
                        "a=b+c",
                        "{a:\"b c\"}"),
                urlEncoded(
                        OLD,
                        "Appendix E: plus where reserved characters are allowed",
                        "{a: {type: string}}",
                        "{a: {allowReserved: true}}",
                        "a=b+c",
                        "{a:\"b+c\"}"),
                urlEncoded(
                        "3.2.0",
                        "Appendix E: plus where reserved characters are allowed",
                        "{a: {type: string}}",
                        "{a: {allowReserved: true}}",
                        "a=b+c",
                        "{a:\"b c\"}"),
                // "Some environments use [, ] and possibly | unencoded without apparent difficulties".
                urlEncoded(
                        ALL,
                        "Appendix E: deepObject, not encoded",
                        "{a: {type: object, properties: {R: {type: integer}}}}",
                        "{a: {style: deepObject}}",
                        "a[R]=1",
                        "{a:{R:1}}"),
                urlEncoded(
                        ALL,
                        "Appendix E: pipeDelimited, not encoded",
                        "{a: {type: array, items: {type: string}}}",
                        "{a: {style: pipeDelimited}}",
                        "a=b|c",
                        "{a:[\"b\",\"c\"]}"),
                // The time of the example has no offset, so it is no date-time (RFC 3339), which the engine checks.
                urlEncoded(
                        "3.2.0",
                        "Non-JSON Data",
                        "{when: {type: string}}",
                        "",
                        "when=1985-04-12T23%3A20%3A50.52",
                        "{when:\"1985-04-12T23:20:50.52\"}"),
                urlEncoded(
                        "3.2.0",
                        "Non-JSON Data, as a date-time",
                        "{when: {type: string, format: date-time}}",
                        "",
                        "when=1985-04-12T23%3A20%3A50.52",
                        "400: /when format"),
                // Alternatives need not be looked into, but a type that is the same in all of them is plain.
                urlEncoded(
                        "3.2.0",
                        "Non-JSON Data: alternatives of one type",
                        "{a: {anyOf: [{type: number, minimum: 0}, {type: number, maximum: 100}]}}",
                        "",
                        "a=5",
                        "{a:5}"),
                // "The maxLength keyword MAY be used" as the bound of octets.
                Example.of(
                        NEW,
                        "Binary Streams",
                        "application/octet-stream: {schema: {maxLength: 3}}",
                        "application/octet-stream",
                        PNG,
                        "<- application/octet-stream " + PNG_SEEN)));
    }

    @ParameterizedTest
    @MethodSource("leftOpen")
    void what_the_specification_leaves_open_is_so_today(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }

    static Stream<Example> different() {
        String address = DATA + ": {schema: {properties: {addresses: {type: array, items: {$ref:"
                + " '#/components/schemas/Address'}}}}, encoding: {addresses: {contentType: application/xml; charset=utf-8}}}";
        return flat(List.of(
                // Addresses are objects written as XML: the engine reads no XML, so each is handed over as a file.
                Example.ofParts(
                        ALL,
                        "Multipart Form with Encoding Objects: addresses in XML",
                        address,
                        DATA,
                        parts("addresses|Content-Type: application/xml; charset=utf-8|<a/>"),
                        "{addresses:[<- application/xml;charset=utf-8 4 <a/>>]}")));
    }

    @ParameterizedTest
    @MethodSource("different")
    void what_the_specification_says_otherwise_is_so_today(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }
}
