package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD_3_2;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.SecurityScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that name themselves, and what is relative to that (OpenAPI 3.2, section 4.1 and appendix F). */
class SelfTest {
    private static final String ENTRY = """
            openapi: 3.2.0
            $self: https://example.com/api/openapi
            info: {title: T, version: '1'}
            paths:
              /foo:
                post:
                  operationId: foo
                  requestBody: {$ref: 'shared/foo#/components/requestBodies/Foo'}
                  responses: {default: {description: ok}}
            """;

    private static final String SHARED = """
            openapi: 3.2.0
            $self: https://example.com/api/shared/foo
            info: {title: S, version: '1'}
            components:
              requestBodies:
                Foo: {content: {application/json: {schema: {$ref: ../schemas/foo}}}}
              schemas:
                Foo:
                  $id: https://example.com/api/schemas/foo
                  properties:
                    bar: {$ref: bar}
                Bar: {$id: https://example.com/api/schemas/bar, type: string}
            """;

    @TempDir
    private Path folder;

    /** Appendix F, "Base URI Within Content": the places of the files say nothing. */
    @Test
    void documents_are_found_by_the_names_that_they_give_themselves() throws Exception {
        Contract contract = new ContractLoader()
                .document(write("elsewhere/any-name.yaml", SHARED))
                .read(write("openapi.yaml", ENTRY));
        assertThat(contract.document().uri()).hasToString("https://example.com/api/openapi");
        assertThat(contract.operations().get(0).requestBody().orElseThrow().place())
                .hasToString("any-name.yaml#/components/requestBodies/Foo");
        assertThat(contract.schemas())
                .anySatisfy(schema -> assertThat(schema.place()).hasToString("any-name.yaml#/components/schemas/Foo"));
    }

    /** The same with relative names, which the place of the entry makes absolute. */
    @Test
    void a_relative_name_is_relative_to_where_the_document_is() {
        Map<String, String> documents =
                Map.of("https://staging.example.com/api/shared/foo", SHARED.replace("https://example.com", ""));
        Contract contract = new ContractLoader()
                .retriever(uri -> bytes(documents, uri))
                .parse(
                        URI.create("https://staging.example.com/api/openapi"),
                        "openapi",
                        ENTRY.replace("https://example.com", ""));
        assertThat(contract.document().uri()).hasToString("https://staging.example.com/api/openapi");
        assertThat(contract.operations()).hasSize(1);
    }

    @Test
    void what_lies_beside_a_document_is_what_it_calls_so() throws Exception {
        write("api/shared/foo.yaml", SHARED.replace("$self: https://example.com/api/shared/foo", "x-none: 1"));
        String entry = write("api/openapi.yaml", ENTRY.replace("shared/foo#", "shared/foo.yaml#"));
        Contract contract = new ContractLoader().read(entry);
        assertThat(contract.operations().get(0).requestBody().orElseThrow().place())
                .hasToString("shared/foo.yaml#/components/requestBodies/Foo");

        write("api/openapi.yaml", ENTRY.replace("shared/foo#", "../../outside.yaml#"));
        assertThat(catchThrowableOfType(ContractException.class, () -> new ContractLoader().read(entry))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("openapi.yaml:8:7 (/paths/~1foo/post/requestBody): $ref '../../outside.yaml': ")
                .contains("allowHost(\"example.com\")");
    }

    @Test
    void a_document_may_be_referred_to_before_it_is_there() throws Exception {
        write("a.yaml", """
                openapi: 3.2.0
                $self: urn:example:a
                info: {title: A, version: '1'}
                components: {schemas: {Id: {type: integer}}}
                """);
        Contract contract = new ContractLoader().read(write("main.yaml", """
                        openapi: 3.2.0
                        info: {title: T, version: '1'}
                        paths: {}
                        components:
                          schemas:
                            First: {$ref: 'urn:example:a#/components/schemas/Id'}
                            Second: {$ref: 'a.yaml#/components/schemas/Id'}
                        """));
        assertThat(contract.documents().find(URI.create("urn:example:a")))
                .hasValueSatisfying(document -> assertThat(document.name()).isEqualTo("a.yaml"));
    }

    @Test
    void a_reference_to_its_own_name_stays_in_the_document() {
        String document = with(GOOD_3_2, "info:", "$self: https://example.com\ninfo:");
        assertThat(contract(with(document, "'#/components/schemas/Id'", "'https://example.com#/components/schemas/Id'"))
                        .operations())
                .hasSize(1);
        assertThat(contract(with(document, "'#/components/schemas/Id'", "'/#/components/schemas/Id'"))
                        .operations())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a#b' | (/$self): 'a#b' is no URI of a document: it must have neither fragment nor blanks",
                "'a b' | (/$self): 'a b' is no URI of a document: it must have neither fragment nor blanks",
                "'' | (/$self): '' is no URI of a document: it must have neither fragment nor blanks",
                "5 | (/$self): must be a string",
            })
    void a_name_that_is_none_is_a_fault(String self, String fault) {
        String quoted = self.equals("5") ? self : "'" + self + "'";
        assertThat(faults(with(GOOD_3_2, "info:", "$self: " + quoted + "\ninfo:")))
                .containsExactly("bad.yaml:2:1 " + fault);
    }

    @Test
    void two_documents_of_one_name_are_a_fault() throws Exception {
        ContractLoader loader =
                new ContractLoader().document(write("other.yaml", SHARED.replace("/shared/foo", "/openapi")));
        String entry = write("openapi.yaml", ENTRY);
        assertThat(catchThrowableOfType(ContractException.class, () -> loader.read(entry))
                        .faults())
                .anySatisfy(fault -> assertThat(fault)
                        .hasToString("other.yaml:2:1 (/$self): 'https://example.com/api/openapi' is the name of"
                                + " openapi.yaml already"));
    }

    @Test
    void a_document_of_the_network_cannot_name_its_way_to_this_machine() {
        for (String self : new String[] {"file:///etc/x", "urn:example:x"}) {
            String text = with(GOOD_3_2, "info:", "$self: " + self + "\ninfo:")
                    .replace("'#/components/schemas/Id'", "'file:///etc/hostname'");
            ContractException exception = catchThrowableOfType(
                    ContractException.class,
                    () -> new ContractLoader().parse(URI.create("https://example.org/a.yaml"), "a.yaml", text));
            assertThat(exception.faults())
                    .anySatisfy(fault -> assertThat(fault.message())
                            .endsWith("a document of the network must not refer to this machine"));
        }
    }

    @Test
    void in_3_1_it_is_an_unknown_field() {
        String document =
                with(GOOD_3_2, "info:", "$self: https://example.com/a\ninfo:").replace("3.2.0", "3.1.0");
        assertThat(contract(document).document().uri()).hasToString("contract:/good.yaml");
    }

    @Test
    void a_requirement_may_be_the_uri_of_a_scheme() throws Exception {
        write("security.yaml", """
                openapi: 3.2.0
                info: {title: S, version: '1'}
                components:
                  securitySchemes:
                    Key: {type: apiKey, in: header, name: X-Key}
                    Basic: {type: http, scheme: bearer}
                """);
        String document = with(
                GOOD_3_2,
                "[{Basic: []}]",
                "[{Basic: []}, {'security.yaml#/components/securitySchemes/Key': [r]},"
                        + " {'./security.yaml#/components/securitySchemes/Basic': []},"
                        + " {'#/components/securitySchemes/Basic': []}]");
        Contract contract = new ContractLoader().read(write("main.yaml", document));
        assertThat(contract.operations().get(0).security())
                .extracting(requirement -> requirement.schemes().get(0).name())
                .containsExactly("Basic", "Key", "./security.yaml#/components/securitySchemes/Basic", "Basic");
        assertThat(contract.operations().get(0).security().get(1).uses().get(0).scopes())
                .containsExactly("r");
        assertThat(contract.securitySchemes().get("Key")).isInstanceOf(SecurityScheme.ApiKey.class);
        assertThat(contract.securitySchemes()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#/components/securitySchemes/Basci | $ref '#/components/securitySchemes/Basci' leads nowhere",
                "#/components/schemas/Id | $ref '#/components/schemas/Id' leads to a Schema, not to a SecurityScheme",
                "./none.yaml | $ref './none.yaml': there is no document at contract:/none.yaml",
                "Basci | there is no security scheme 'Basci'",
            })
    void a_requirement_that_leads_to_no_scheme_is_a_fault(String key, String fault) {
        String pointer = "/paths/~1a~1{id}/get/security/0/" + key.replace("/", "~1");
        assertThat(faults(with(GOOD_3_2, "{Basic: []}", "{'" + key + "': []}")))
                .contains("bad.yaml:9:19 (" + pointer + "): " + fault);
    }

    private static Optional<byte[]> bytes(Map<String, String> documents, URI uri) {
        return Optional.ofNullable(documents.get(uri.toString())).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toString();
    }
}
