package dev.writ.engine.core;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.RequestChecker;
import dev.writ.engine.validate.ResponseChecker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An operation made ready at start: its schemas compiled, its media types collected, its handler found.
 *
 * @param takes media types of the request body; empty if there is none
 * @param offers media types of the successful responses
 * @param mayBlock whether answering may wait for something, be it content that is still to come
 */
record Route(
        Operation operation,
        RequestChecker requests,
        ResponseChecker responses,
        Set<String> takes,
        List<MediaType> offers,
        Optional<Handler> handler,
        boolean mayBlock) {

    static Route of(
            Contract contract,
            Operation operation,
            SchemaCompiler schemas,
            Schemas references,
            Settings settings,
            Optional<Handler> handler) {
        Set<MediaType> offers = new LinkedHashSet<>();
        operation.responses().stream()
                .filter(response -> response.status().startsWith("2"))
                .flatMap(response -> response.content().stream())
                .forEach(type -> MediaType.parse(type.mediaType()).ifPresent(offers::add));
        return new Route(
                operation,
                new RequestChecker(
                        operation, schemas, references, settings.jsonLimits(), settings.unknownQueryParameters()),
                new ResponseChecker(operation, schemas, references, settings.jsonLimits()),
                operation
                        .requestBody()
                        .map(RequestBody::content)
                        .map(content -> content.stream()
                                .map(MediaTypeObject::mediaType)
                                .collect(Collectors.toCollection(LinkedHashSet::new)))
                        .map(types -> (Set<String>) types)
                        .orElse(Set.of()),
                List.copyOf(offers),
                handler,
                handler.map(Handler::mayBlock).orElse(false)
                        || isSecured(operation)
                        || operation.requestBody().isPresent());
    }

    private static boolean isSecured(Operation operation) {
        return operation.security().stream()
                .anyMatch(requirement -> !requirement.schemes().isEmpty());
    }
}
