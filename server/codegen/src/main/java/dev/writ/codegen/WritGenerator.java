package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaJAXRSSpecServerCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Generates what a contract-first service on Jersey implements: one interface per tag, records, and for each operation
 * the responses that the contract declares. To be named as {@code generatorName} of openapi-generator-maven-plugin.
 *
 * <p>openapi-generator writes one file per group of operations, so each operation is put into two groups: that of its
 * tag, which becomes the interface, and one of its own, which becomes its responses.
 */
public final class WritGenerator extends JavaJAXRSSpecServerCodegen {
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String DECLARED = "x-writ-operation";

    private final Map<String, ApiOperation> responseGroups = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private Shapes shapes = Shapes.of(new OpenAPI(), "", "", name -> name);

    /** Called by openapi-generator. */
    public WritGenerator() {
        apiPackage = "dev.writ.spec.api";
        modelPackage = "dev.writ.spec.model";
        embeddedTemplateDir = templateDir = "writ";
        additionalProperties.put(CodegenConstants.INTERFACE_ONLY, true);
        additionalProperties.put(GENERATE_POM, false);
        additionalProperties.put(USE_SWAGGER_ANNOTATIONS, false);
        additionalProperties.put(USE_JAKARTA_EE, true);
        additionalProperties.put(USE_TAGS, true);
        additionalProperties.put(OPEN_API_SPEC_FILE_LOCATION, "");
        setDateLibrary("java8");
        setSourceFolder("src/main/java");
        setHideGenerationTimestamp(true);
        setOpenApiNullable(false);
        inlineSchemaOption().put("RESOLVE_INLINE_ENUMS", "true");
        inlineSchemaOption().put("SKIP_SCHEMA_REUSE", "true");
        openapiNormalizer().put("NORMALIZER_CLASS", WritNormalizer.class.getName());
    }

    @Override
    public String getName() {
        return "writ";
    }

    @Override
    public String getHelp() {
        return "Generates interfaces, records and typed responses for a contract-first service on Jersey.";
    }

    @Override
    public void processOpts() {
        super.processOpts();
        String input = getInputSpec() == null ? "openapi.yaml" : getInputSpec();
        additionalProperties.put(
                "contract", input.substring(input.replace('\\', '/').lastIndexOf('/') + 1));
        supportingFiles.clear();
        addPackageInfo("api-package-info.mustache", apiPackage);
        addPackageInfo("model-package-info.mustache", modelPackage);
    }

    private void addPackageInfo(String template, String packageName) {
        String folder = (sourceFolder + "/" + packageName).replace('.', '/');
        supportingFiles.add(new SupportingFile(template, folder, "package-info.java"));
    }

    /** In the order of the contract. */
    @Override
    public boolean isSkipSortingOperations() {
        return true;
    }

    @Override
    public void preprocessOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            document.setPaths(new Paths());
        }
        document.setWebhooks(null);
        super.preprocessOpenAPI(document);
        shapes = Shapes.of(document, apiPackage, modelPackage, this::toModelName);
    }

    @Override
    public String toModelName(String name) {
        return schemaMapping().containsKey(name)
                ? schemaMapping().get(name)
                : ReservedNames.avoid(super.toModelName(name));
    }

    /** Models are made from their schemas, all at once, in {@link #postProcessAllModels}. */
    @Override
    @SuppressWarnings("rawtypes")
    public CodegenModel fromModel(String name, Schema schema) {
        CodegenModel model = new CodegenModel();
        model.name = name;
        model.classname = toModelName(name);
        return model;
    }

    @Override
    public Map<String, ModelsMap> updateAllModels(Map<String, ModelsMap> models) {
        return models;
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> ignored) {
        Map<String, ModelsMap> models = new LinkedHashMap<>();
        shapes.models().forEach((name, shape) -> {
            if (!schemaMapping().containsKey(name)) {
                ModelMap model = new ModelMap();
                model.setModel(fromModel(name, new Schema<>()));
                ModelsMap file = new ModelsMap();
                file.setModels(List.of(model));
                file.putAll(additionalProperties);
                file.putAll(shape);
                models.put(name, file);
            }
        });
        return models;
    }

    @Override
    public CodegenOperation fromOperation(String path, String verb, Operation operation, List<Server> servers) {
        CodegenOperation result = new CodegenOperation();
        String id = operation.getOperationId() == null
                ? getOrGenerateOperationId(operation, path, verb)
                : operation.getOperationId();
        result.path = path;
        result.httpMethod = verb.toUpperCase(Locale.ROOT);
        result.operationId = result.operationIdOriginal = result.nickname = id;
        result.vendorExtensions.put(DECLARED, new ApiOperation(id, result.httpMethod, path, operation));
        return result;
    }

    @Override
    public void addOperationToGroup(
            String tag,
            String path,
            Operation operation,
            CodegenOperation generated,
            Map<String, List<CodegenOperation>> groups) {
        if (!VERBS.contains(generated.httpMethod)) {
            return;
        }
        super.addOperationToGroup(tag, path, operation, generated, groups);
        tags.put(toApiName(tag), generated.tags.get(0).getName());
        ApiOperation declared = declared(generated);
        ApiOperation other = responseGroups.put(declared.responseClass(), declared);
        if (other != null) {
            throw new IllegalArgumentException("The operations " + other.id() + " and " + declared.id()
                    + " would both be called " + declared.method());
        }
        groups.put(declared.responseClass(), List.of(generated));
    }

    @Override
    public String toApiName(String group) {
        return responseGroups.containsKey(group) ? group : super.toApiName(group);
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap group, List<ModelMap> models) {
        String name = group.getOperations().getClassname();
        ApiOperation operation = responseGroups.get(name);
        if (operation != null) {
            group.put("response", shapes.response(operation));
        } else {
            List<ApiOperation> operations = group.getOperations().getOperation().stream()
                    .map(WritGenerator::declared)
                    .toList();
            group.put("interface", shapes.anInterface(name, tags.getOrDefault(name, ""), operations));
        }
        return group;
    }

    private static ApiOperation declared(CodegenOperation operation) {
        return (ApiOperation) Objects.requireNonNull(operation.vendorExtensions.get(DECLARED));
    }

    /** Says nothing; openapi-generator would ask for donations here. */
    @Override
    public void postProcess() {}
}
