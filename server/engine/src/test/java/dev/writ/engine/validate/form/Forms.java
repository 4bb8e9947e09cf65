package dev.writ.engine.validate.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.writ.api.FilePart;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Settings;
import dev.writ.engine.handler.Handlers;
import dev.writ.engine.handler.OperationRequest;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An operation that takes a form, and tells what it was given. */
final class Forms {
    static final String MULTIPART = "multipart/form-data; boundary=x";
    static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private final TestClient client;

    private Forms(TestClient client) {
        this.client = client;
    }

    /** {@code mediaType} is one line of YAML: the Media Type Object of both kinds of form, or of the one that is named. */
    static Forms of(String version, String type, String mediaType, UploadLimits limits) {
        return made(version, type + ": " + mediaType, "{}", limits);
    }

    /** {@code content} and {@code components} are YAML, of one line or more: what the fields of these names hold. */
    static Forms ofContent(String version, String content, String components) {
        return ofContent(version, content, components, UploadLimits.DEFAULT);
    }

    static Forms ofContent(String version, String content, String components, UploadLimits limits) {
        return made(version, content, components, limits);
    }

    private static Forms made(String version, String content, String components, UploadLimits limits) {
        String document = """
                openapi: %s
                info: {title: T, version: '1'}
                paths:
                  /form:
                    post:
                      operationId: post
                      requestBody:
                        required: true
                        content:
                %s
                      responses:
                        '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
                        '400': {description: bad}
                components:
                %s
                """.formatted(version, content.indent(10), components.indent(2));
        return new Forms(TestClient.of(new EngineBuilder(ContractReader.parse("t.yaml", document))
                .on("post", Handlers.of(Forms::tell))
                .settings(Settings.DEFAULT.withUploads(limits))
                .build()));
    }

    static Forms of(String type, String mediaType) {
        return of("3.1.0", type, mediaType, UploadLimits.DEFAULT);
    }

    private static OperationResponse tell(OperationRequest request) throws IOException {
        Optional<JsonNode> value = request.body().json();
        if (value.isPresent()) {
            return OperationResponse.text(200, told(value.get()));
        }
        MediaType type = request.contentType().orElseThrow();
        return OperationResponse.text(
                200,
                SequentialFormat.of(type).isPresent()
                        ? request.items(JsonNode.class).map(JsonNode::toString).collect(Collectors.joining("\n"))
                        : told(type.toString(), request.bytes()));
    }

    /** Of octets, such as those of a file without a name. */
    private static String told(String type, byte[] octets) {
        return "<- " + type + " " + octets.length + " " + new String(octets, StandardCharsets.UTF_8) + ">";
    }

    private static String told(JsonNode node) throws IOException {
        if (node instanceof POJONode pojo && pojo.getPojo() instanceof FilePart file) {
            return "<" + file.fileName().orElse("-") + " " + file.contentType().orElse("-") + " " + file.size() + " "
                    + new String(file.open().readNBytes(20), StandardCharsets.UTF_8) + ">";
        }
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            for (JsonNode item : node) {
                parts.add(told(item));
            }
            return parts.stream().collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                parts.add(member.getKey() + ":" + told(member.getValue()));
            }
            return parts.stream().collect(Collectors.joining(",", "{", "}"));
        }
        return node.toString();
    }

    String send(String type, byte[] body) {
        TestResponse response = client.post("/form").body(type, body).send();
        if (response.status() == 200) {
            return response.text();
        }
        List<String> violations = new ArrayList<>();
        response.json()
                .path("violations")
                .forEach(violation -> violations.add(violation.path("pointer").asText() + " "
                        + violation.path("keyword").asText()));
        return response.status() + (violations.isEmpty() ? "" : ": " + String.join(", ", violations));
    }

    String urlEncoded(String body) {
        return send(URL_ENCODED, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Parts as {@code name|further head|content}; a tilde stands for the end of a line in a head. */
    String parts(String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            String[] cut = part.split("\\|", 3);
            body.append("--x\r\nContent-Disposition: form-data; name=\"")
                    .append(cut[0])
                    .append('"')
                    .append(cut[1].startsWith(";") ? "" : "\r\n")
                    .append(cut[1].replace("~", "\r\n"))
                    .append(cut[1].isEmpty() ? "" : "\r\n")
                    .append("\r\n")
                    .append(cut[2])
                    .append("\r\n");
        }
        return send(MULTIPART, body.append("--x--\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
