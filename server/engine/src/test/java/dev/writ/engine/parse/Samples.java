package dev.writ.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A good document, and what is wrong with others made from it. */
final class Samples {
    static final String GOOD = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
                get:
                  operationId: getA
                  security: [{Basic: []}]
                  responses:
                    default: {description: ok}
            components:
              securitySchemes:
                Basic: {type: http, scheme: basic}
              schemas:
                Id: {type: integer}
            """;

    static final String GOOD_3_0 = GOOD.replace("3.1.0", "3.0.3");

    static final String GOOD_3_2 = GOOD.replace("3.1.0", "3.2.0");

    private Samples() {}

    /** The good document with something replaced, which must be in it. */
    static String with(String document, String good, String bad) {
        assertThat(document).contains(good);
        return document.replace(good, bad);
    }

    static List<String> faults(String text) {
        return faults("bad.yaml", text);
    }

    static List<String> faults(String file, String text) {
        return faultsOf(() -> ContractReader.parse(file, text));
    }

    static List<String> faultsOf(ThrowingCallable reading) {
        ContractException exception = catchThrowableOfType(ContractException.class, reading);
        assertThat(exception).as("no fault was found").isNotNull();
        return exception.faults().stream().map(Object::toString).toList();
    }

    static Contract contract(String text) {
        return ContractReader.parse("good.yaml", text);
    }

    static List<String> warnings(String text) {
        return ContractReader.parse("bad.yaml", text).warnings().stream()
                .map(Object::toString)
                .toList();
    }
}
