package dev.writ.engine.parse;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.schema.lint.SchemaCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads OpenAPI documents of the versions 3.0, 3.1 and 3.2, and of Swagger 2.0. What is ambiguous or cannot be enforced is a
 * fault, and no contract
 * has faults; what is merely wrong is a warning. {@link ContractLoader} has more choices.
 */
public final class ContractReader {
    private static final String DIALECTS = "https://spec\\.openapis\\.org/oas/3\\.[12]/dialect/[a-z0-9-]+"
            + "|https://json-schema\\.org/draft/2020-12/schema#?";

    /** Of all examples together: some seconds. */
    private static final long MAX_STEPS = 20_000_000;

    private ContractReader() {}

    /**
     * Reads a resource of the class path or, where there is none of that name, a file.
     *
     * @throws ContractException listing every fault
     */
    public static Contract read(String name) {
        return new ContractLoader().read(name);
    }

    /**
     * Reads a document that is already in memory.
     *
     * @param file what faults call it
     * @throws ContractException listing every fault
     */
    public static Contract parse(String file, String text) {
        return new ContractLoader().parse(file, text);
    }

    /** What the document says, so far as it can be understood; what is wrong with it is added to {@code report}. */
    static Optional<Contract> contract(Document document, Library library, Report report) {
        Optional<Version> version = version(document, report);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Element root = new Element(new Reading(version.get(), library, report), document, document.root(), "");
        Structure structure = Structure.check(root);
        dialect(root);
        Syntax syntax = Syntax.of(root);
        Map<String, SecurityScheme> schemes = SecurityReader.schemes(syntax);
        OperationIds ids = new OperationIds();
        List<Operation> operations = new PathReader(root, syntax, schemes, ids).operations();
        ids.add(structure.objects("Operation"));
        LinkRules.check(document, structure, ids);
        if (version.get().isFrom(Version.V3_2)) {
            newRules(root, structure, operations);
        }
        // Those that are served have told it as faults.
        structure.objects("Server").forEach(server -> ServerRules.check(server, Element::warn));
        if (version.get() == Version.V2_0) {
            SwaggerServers.check(root);
        }
        UnusedRules.check(syntax, structure, schemes, operations);
        StatusRules.check(root, operations);
        Contract contract = new Contract(
                document,
                library,
                version.get().dialect(),
                root.child("info").flatMap(info -> info.text("title")).orElse(""),
                root.child("info").flatMap(info -> info.text("version")).orElse(""),
                operations,
                schemes,
                syntax.schemas(structure),
                List.of());
        Schemas schemas = new Schemas(contract);
        report.add(SchemaCheck.check(contract, schemas));
        if (!report.hasFaults()) {
            SequenceRules.check(operations, schemas, report);
            ExampleRules.check(structure, CompiledSchemas.within(MAX_STEPS, schemas));
        }
        return Optional.of(contract);
    }

    /** What OpenAPI 3.2 says of what it has brought. */
    private static void newRules(Element root, Structure structure, List<Operation> operations) {
        MethodRules.check(structure.objects("PathItem"));
        WholeQueryRules.check(structure.objects("Parameter"), root, operations);
        EncodingRules.check(structure.objects("MediaType"), structure.objects("Encoding"));
        structure.contents().forEach((mediaType, names) -> names.forEach(name -> EncodingRules.check(name, mediaType)));
        ExampleRules.exclusive(structure.objects("Example"));
        List.of("Parameter", "Header", "MediaType").forEach(kind -> ExampleRules.oneWay(structure.objects(kind)));
        ReaderRules.check(root, structure);
    }

    private static void dialect(Element root) {
        root.text("jsonSchemaDialect")
                .filter(dialect -> !dialect.matches(DIALECTS))
                .ifPresent(dialect -> root.at("jsonSchemaDialect")
                        .fault("schemas are of JSON Schema 2020-12 with the words of OpenAPI 3.1, not of '" + dialect
                                + "'"));
    }

    private static Optional<Version> version(Document document, Report report) {
        Element root = new Element(
                new Reading(Version.V3_1, new Library(List.of(), report), report), document, document.root(), "");
        if (!document.root().isObject()) {
            root.fault("an OpenAPI document is an object");
            return Optional.empty();
        }
        String field = root.node().has("swagger") ? "swagger" : "openapi";
        if (field.equals("swagger") && root.node().has("openapi")) {
            root.at(field).fault("only one of 'swagger' and 'openapi' may be there");
            return Optional.empty();
        }
        Optional<String> text = root.text(field);
        if (text.isEmpty()) {
            root.fault("'" + field + "' is missing");
            return Optional.empty();
        }
        Optional<Version> version = text.flatMap(number -> Version.of(field, number));
        if (version.isEmpty()) {
            root.at(field)
                    .fault(
                            field.equals("swagger")
                                    ? "Swagger is supported in the version 2.0, not '" + text.get() + "'"
                                    : "OpenAPI 3.0, 3.1 and 3.2 are supported, such as 3.1.0, not '" + text.get()
                                            + "'");
        }
        return version;
    }
}
