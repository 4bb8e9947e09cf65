package dev.writ.codegen;

import dev.writ.codegen.ResponseShape.Setter;
import dev.writ.codegen.ResponseShape.Step;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openapitools.codegen.utils.ModelUtils;

/** The headers of one response: the required ones as a chain of steps, the others as methods of the response. */
final class Headers {
    private final OpenAPI openApi;
    private final Schemas schemas;
    private final Types types;
    private final Imports imports;

    Headers(OpenAPI openApi, Schemas schemas, Types types, Imports imports) {
        this.openApi = openApi;
        this.schemas = schemas;
        this.types = types;
        this.imports = imports;
    }

    List<Setter> optional(ApiResponse response) {
        List<Setter> setters = new ArrayList<>();
        declared(response).forEach((name, header) -> {
            if (!Boolean.TRUE.equals(header.getRequired())) {
                setters.add(setter(name, header, "        "));
            }
        });
        return setters;
    }

    /** In the order of the contract; the last one leads to the response. */
    List<Step> steps(ApiResponse response, String status) {
        List<Map.Entry<String, Header>> required = declared(response).entrySet().stream()
                .filter(header -> Boolean.TRUE.equals(header.getValue().getRequired()))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            String name = required.get(i).getKey();
            boolean last = i == required.size() - 1;
            String returns = last ? status : stepName(required.get(i + 1).getKey());
            steps.add(new Step(
                    stepName(name),
                    name,
                    status,
                    setter(name, required.get(i).getValue(), "            "),
                    returns,
                    last ? "response" : "new " + returns + "(response)"));
        }
        return steps;
    }

    private static String stepName(String header) {
        return "Needs" + Names.type(header);
    }

    /** {@code Content-Type} is what the media types say; OpenAPI wants it ignored here. */
    private Map<String, Header> declared(ApiResponse response) {
        Map<String, Header> headers = new LinkedHashMap<>();
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, header) -> {
                if (!name.equalsIgnoreCase("Content-Type")) {
                    headers.put(name, ModelUtils.getReferencedHeader(openApi, header));
                }
            });
        }
        return headers;
    }

    private Setter setter(String name, Header header, String indent) {
        Schema<?> schema = header.getSchema() == null ? new Schema<>().type("string") : header.getSchema();
        JavaType type = types.of(schema);
        String java = Names.member(name);
        String description = Objects.requireNonNullElse(header.getDescription(), schemas.description(schema));
        return new Setter(
                Javadoc.lines(indent, List.of(description), Map.of()),
                java,
                imports.use(type) + " " + java,
                Literals.quoted(name),
                written(java, type));
    }

    /** The value, in a form whose {@code toString} is what goes over the wire. */
    private String written(String java, JavaType type) {
        if (type.list()) {
            return java + ".stream().map(String::valueOf).collect(" + imports.use("java.util.stream.Collectors")
                    + ".joining(\",\"))";
        }
        if (type.name().equals("java.time.OffsetDateTime")) {
            return imports.use("java.time.format.DateTimeFormatter") + ".ISO_OFFSET_DATE_TIME.format(" + java + ")";
        }
        return java;
    }
}
