package dev.writ.codegen;

import dev.writ.codegen.ResponseShape.Step;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The static factories of a response: one for each content, two where the engine writes a problem. */
final class Factories {
    private final Types types;
    private final Imports imports;

    Factories(Types types, Imports imports) {
        this.types = types;
        this.imports = imports;
    }

    List<ResponseShape.Factory> of(StatusRange range, ApiResponse response, List<Step> steps) {
        List<ResponseShape.Factory> factories = new ArrayList<>();
        List<Content> contents = Content.of(response, types);
        for (Content content : contents) {
            String suffix = content.mediaType().equals(contents.get(0).mediaType())
                    ? ""
                    : ResponseNames.suffix(content.mediaType());
            if (content.problem()) {
                factories.add(factory(range, response, steps, suffix, List.of(), "problem()"));
                factories.add(factory(range, response, steps, suffix, List.of("String detail"), "problem(detail)"));
            } else if (content.body().isEmpty()) {
                factories.add(factory(range, response, steps, suffix, List.of(), "none()"));
            } else {
                factories.add(withBody(range, response, steps, suffix, content));
            }
        }
        return factories;
    }

    private ResponseShape.Factory withBody(
            StatusRange range, ApiResponse response, List<Step> steps, String suffix, Content content) {
        List<String> parameters = new ArrayList<>();
        parameters.add(imports.use(content.body().orElseThrow()) + " body");
        if (content.open()) {
            parameters.add("String mediaType");
        }
        String mediaType = content.open() ? "mediaType" : Literals.quoted(content.mediaType());
        return factory(range, response, steps, suffix, parameters, "of(body, " + mediaType + ")");
    }

    private static ResponseShape.Factory factory(
            StatusRange range,
            ApiResponse response,
            List<Step> steps,
            String suffix,
            List<String> contentParameters,
            String payload) {
        String type = ResponseNames.type(range.code());
        List<String> parameters = new ArrayList<>(contentParameters);
        if (!range.single()) {
            parameters.add(0, "int status");
        }
        String created = "new " + type + "(" + (range.single() ? "" : "status, ") + "Payload." + payload + ")";
        String returns = steps.isEmpty() ? type : type + "." + steps.get(0).name();
        return new ResponseShape.Factory(
                Javadoc.lines("    ", List.of(ResponseShapes.description(range, response)), Map.of()),
                returns,
                ResponseNames.factory(range.code()) + suffix,
                String.join(", ", parameters),
                steps.isEmpty() ? created : "new " + returns + "(" + created + ")");
    }
}
