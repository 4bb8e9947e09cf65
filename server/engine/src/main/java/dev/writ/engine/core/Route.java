package dev.writ.engine.core;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.RequestChecker;
import dev.writ.engine.validate.ResponseChecker;
import java.util.List;
import java.util.Optional;

/**
 * An operation made ready at start: its schemas compiled, its media types collected, its handler found.
 *
 * @param takes media types of the request body, or ranges of them; empty if there is none
 * @param partial how parts of its answers are had
 * @param mayWait whether its handler may wait for something
 */
record Route(
        Operation operation,
        RequestChecker requests,
        ResponseChecker responses,
        List<MediaType> takes,
        Offers offers,
        PartialContent partial,
        Optional<Handler> handler,
        boolean mayWait) {

    static Route of(
            Contract contract,
            Operation operation,
            SchemaCompiler schemas,
            Schemas references,
            Settings settings,
            Optional<Handler> handler) {
        ResponseChecker responses = new ResponseChecker(operation, schemas, references, settings.bodies());
        return new Route(
                operation,
                new RequestChecker(
                        operation, schemas, references, settings.bodies(), settings.unknownQueryParameters()),
                responses,
                operation.requestBody().map(RequestBody::content).orElse(List.of()).stream()
                        .flatMap(type -> MediaType.parse(type.mediaType()).stream())
                        .toList(),
                new Offers(operation),
                new PartialContent(operation, responses.redacts()),
                handler,
                handler.map(Handler::mayBlock).orElse(false));
    }
}
