package dev.writ.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.writ.engine.json.MaybeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What the generator makes of a document: its sources, and its classes once compiled. */
final class Generated {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new MaybeModule(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path sources;
    private final Path classes;
    private Compiled compiled = new Compiled(false, List.of());

    private Generated(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    /** Generates and compiles, which has to succeed. */
    static Generated compiled(Path folder, String document) {
        Generated generated = from(folder, document);
        generated.compile(Map.of()).orFail();
        return generated;
    }

    static Generated from(Path folder, String document) {
        return from(folder, document, configurator -> {});
    }

    static Generated from(Path folder, String document, Consumer<CodegenConfigurator> options) {
        try {
            Path contract = Files.writeString(folder.resolve("openapi.yaml"), document);
            CodegenConfigurator configurator = new CodegenConfigurator()
                    .setGeneratorName(WritGenerator.class.getName())
                    .setInputSpec(contract.toString())
                    .setOutputDir(folder.toString());
            options.accept(configurator);
            DefaultGenerator generator = new DefaultGenerator();
            generator.setGenerateMetadata(false);
            generator.opts(configurator.toClientOptInput()).generate();
            return new Generated(folder.resolve("src/main/java"), Files.createDirectories(folder.resolve("classes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles what was generated together with other sources, by class name. */
    Compiled compile(Map<String, String> others) {
        compiled = SourceCompiler.compile(sources, others, classes);
        return compiled;
    }

    /** Compiles what was generated together with a class that uses it, which has to succeed. */
    void compileWith(String name, String source) {
        compile(Map.of(name, source)).orFail();
    }

    /** The source of a class, by its name below {@code dev.writ.spec}. */
    String source(String name) {
        try {
            return Files.readString(sources.resolve("dev/writ/spec/" + name.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> load(String name) {
        compiled.orFail();
        try {
            return Class.forName("dev.writ.spec." + name, true, loader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private ClassLoader loader() {
        try {
            return new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a model from JSON; compare it by its {@code toString}. */
    Object read(String model, String json) throws JsonProcessingException {
        return read(MAPPER, model, json);
    }

    /** Reads a model with a mapper that knows nothing of Writ. */
    Object readPlainly(String model, String json) throws JsonProcessingException {
        return read(new ObjectMapper(), model, json);
    }

    private Object read(ObjectMapper mapper, String model, String json) throws JsonProcessingException {
        Class<?> type = load("model." + model);
        TypeFactory types = mapper.getTypeFactory().withClassLoader(type.getClassLoader());
        return mapper.copy().setTypeFactory(types).readValue(json, type);
    }

    /** Reads a model from a tree, in which files are objects, as the engine does. */
    Object bind(String model, JsonNode tree) throws JsonProcessingException {
        Class<?> type = load("model." + model);
        TypeFactory types = MAPPER.getTypeFactory().withClassLoader(type.getClassLoader());
        return MAPPER.copy()
                .registerModule(new FilePartModule())
                .setTypeFactory(types)
                .treeToValue(tree, type);
    }

    /** Reads a model from JSON and writes it back. */
    String roundTrip(String model, String json) throws JsonProcessingException {
        return MAPPER.writeValueAsString(read(model, json));
    }
}
