package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Valid responses of the operations of a document. */
final class ResponseMaker {
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

    private final SchemaSet schemas;
    private final Referee referee;

    ResponseMaker(SchemaSet schemas, Referee referee) {
        this.schemas = schemas;
        this.referee = referee;
    }

    /** An answer that the operation may give; empty if none could be made. */
    Optional<Response> sample(Spec.Operation operation, Random random) {
        for (Map.Entry<String, Spec.Response> each : operation.responses().entrySet()) {
            Optional<Integer> status =
                    status(each.getKey(), operation.responses().keySet());
            try {
                if (status.isPresent() && status.get() < 500) {
                    Response sample = sample(status.get(), each.getValue(), random);
                    // RFC 9110, section 9.3.2.
                    return Optional.of(
                            operation.method().equals("HEAD") ? sample.withContent(Content.empty()) : sample);
                }
            } catch (Unsatisfiable | Unreadable e) {
                // Told of when the responses are checked; another status may do.
            }
        }
        return Optional.empty();
    }

    Response sample(int status, Spec.Response declared, Random random) throws Unsatisfiable {
        Response response = Response.of(status).withHeaders(headers(declared, random));
        Optional<String> json = Media.json(declared.content());
        if (WITHOUT_CONTENT.contains(status) || declared.content().isEmpty()) {
            return response;
        }
        if (json.isPresent()) {
            Optional<Node> schema = declared.content().get(json.get()).schema().map(schemas::of);
            String body = schema.isEmpty()
                    ? "{\"any\":1}"
                    : value(schema.get(), Extent.SOME, random).toString();
            return with(response, Media.concrete(json.get()), body);
        }
        Media.Sample sample = new TextContent(schemas, referee).sample(declared.content(), random);
        return with(response, sample.contentType(), sample.text());
    }

    JsonNode value(Node schema, Extent extent, Random random) throws Unsatisfiable {
        return new ValueGenerator(schemas, referee, random, false, StringValues.TEXT).generate(schema, extent);
    }

    private Headers headers(Spec.Response declared, Random random) throws Unsatisfiable {
        Headers headers = Headers.none();
        for (Spec.Parameter header : declared.headers()) {
            Optional<String> text = Optional.empty();
            for (int attempt = 0;
                    attempt < 12 && text.isEmpty() && header.schema().isPresent();
                    attempt++) {
                boolean flat = header.contentType().isEmpty();
                JsonNode value = new ValueGenerator(schemas, referee, random, flat, StringValues.TOKEN)
                        .generate(schemas.of(header.schema().get()), Extent.SOME);
                text = ParameterWriter.header(header, value);
            }
            if (text.isEmpty() && header.required()) {
                throw new Unsatisfiable("no value for the header " + header.name());
            }
            if (text.isPresent()) {
                headers = headers.with(header.name(), text.get());
            }
        }
        return headers;
    }

    static Response with(Response response, String type, String body) {
        Response answer = Response.of(response.status(), type, body.getBytes(StandardCharsets.UTF_8));
        Headers headers = response.headers().with("Content-Type", type);
        return answer.withHeaders(headers);
    }

    /** One that a declaration speaks of. */
    static Optional<Integer> status(String key, Set<String> declared) {
        if (key.matches("[2-5]\\d\\d")) {
            return Optional.of(Integer.parseInt(key)).filter(status -> status != 304);
        }
        IntStream candidates = key.matches("[2-5]XX")
                ? IntStream.range(0, 100).map(i -> (key.charAt(0) - '0') * 100 + i)
                : IntStream.of(200, 400, 409, 422, 499);
        return candidates
                .filter(status -> status != 304 && status != 204 && status != 205 && status != 206)
                .filter(status -> !declared.contains(Integer.toString(status)))
                .filter(status -> !key.equals("default") || !declared.contains(status / 100 + "XX"))
                .boxed()
                .findFirst();
    }
}
