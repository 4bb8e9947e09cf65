package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Generates what a contract-first service on Jersey implements: one interface per tag, records, and for each operation
 * the responses that the contract declares. To be named as {@code generatorName} of openapi-generator-maven-plugin.
 */
public final class WritGenerator extends BareGenerator {
    private static final Set<String> NOT_SERVED = Set.of("TRACE", "CONNECT");
    private static final String DECLARED = "x-writ-operation";

    private final OperationGroups operationGroups = new OperationGroups();
    private Shapes shapes = Shapes.of(new OpenAPI(), "", "", name -> name, AsyncOperations.NONE);

    @Override
    public String getName() {
        return "writ";
    }

    @Override
    public String getHelp() {
        return "Generates interfaces, records and typed responses for a contract-first service on Jersey.";
    }

    @Override
    public void preprocessOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            document.setPaths(new Paths());
        }
        document.setWebhooks(null);
        super.preprocessOpenAPI(document);
        String async = String.valueOf(additionalProperties.getOrDefault(AsyncOperations.OPTION, ""));
        shapes = Shapes.of(document, apiPackage, modelPackage, this::toModelName, AsyncOperations.of(async, document));
    }

    @Override
    public String toModelName(String name) {
        return schemaMapping().containsKey(name)
                ? schemaMapping().get(name)
                : ReservedNames.avoid(super.toModelName(name));
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> ignored) {
        Map<String, ModelsMap> models = new LinkedHashMap<>();
        shapes.models().forEach((name, shape) -> {
            if (!schemaMapping().containsKey(name)) {
                models.put(name, file(name, shape));
            }
        });
        return models;
    }

    private ModelsMap file(String name, Map<String, Object> shape) {
        ModelMap model = new ModelMap();
        model.setModel(fromModel(name, new Schema<>()));
        ModelsMap file = new ModelsMap();
        file.setModels(List.of(model));
        file.putAll(additionalProperties);
        file.putAll(shape);
        return file;
    }

    @Override
    public CodegenOperation fromOperation(String path, String verb, Operation operation, List<Server> servers) {
        CodegenOperation result = new CodegenOperation();
        String id = operation.getOperationId() == null
                ? getOrGenerateOperationId(operation, path, verb)
                : operation.getOperationId();
        result.path = OpenApi32.path(path);
        result.httpMethod = method(verb, operation);
        result.operationId = result.operationIdOriginal = result.nickname = id;
        result.vendorExtensions.put(
                DECLARED, ApiOperation.of(id, result.httpMethod, result.path, operation, shapes::isModel));
        return result;
    }

    /** Methods without a field of their own are told in another way. */
    private static String method(String verb, Operation operation) {
        Object told = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(OpenApi32.METHOD);
        return told == null ? verb.toUpperCase(Locale.ROOT) : told.toString();
    }

    @Override
    public void addOperationToGroup(
            String tag,
            String path,
            Operation operation,
            CodegenOperation generated,
            Map<String, List<CodegenOperation>> groups) {
        if (NOT_SERVED.contains(generated.httpMethod)) {
            return;
        }
        super.addOperationToGroup(tag, path, operation, generated, groups);
        ApiOperation declared = declared(generated);
        operationGroups.add(toApiName(tag), generated.tags.get(0).getName(), declared);
        groups.put(declared.responseClass(), List.of(generated));
    }

    @Override
    public String toApiName(String group) {
        return operationGroups.responsesOf(group).isPresent() ? group : super.toApiName(group);
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap group, List<ModelMap> models) {
        String name = group.getOperations().getClassname();
        Optional<ApiOperation> operation = operationGroups.responsesOf(name);
        if (operation.isPresent()) {
            group.put("response", shapes.response(operation.get()));
        } else {
            List<ApiOperation> operations = group.getOperations().getOperation().stream()
                    .map(WritGenerator::declared)
                    .toList();
            group.put("interface", shapes.anInterface(name, operationGroups.tag(name), operations));
        }
        return group;
    }

    private static ApiOperation declared(CodegenOperation operation) {
        return (ApiOperation) Objects.requireNonNull(operation.vendorExtensions.get(DECLARED));
    }
}
