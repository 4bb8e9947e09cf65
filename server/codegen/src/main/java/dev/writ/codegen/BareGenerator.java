package dev.writ.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaJAXRSSpecServerCodegen;
import org.openapitools.codegen.model.ModelsMap;

/**
 * The generator of openapi-generator for JAX-RS with good defaults and without all that is done here in another way:
 * it reads and normalizes the document, names the files and writes them.
 */
abstract class BareGenerator extends JavaJAXRSSpecServerCodegen {
    BareGenerator() {
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
        inlineSchemaOption().put("ARRAY_ITEM_SUFFIX", "_item");
        cliOptions.add(CliOption.newString(
                AsyncOperations.OPTION, "operationIds of methods that return a CompletionStage, or * for all"));
        openapiNormalizer().put("NORMALIZER_CLASS", WritNormalizer.class.getName());
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

    /** Says nothing; openapi-generator would ask for donations here. */
    @Override
    public void postProcess() {}
}
