package dev.writ.codegen;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.writ.api.TypedResponse;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles as strictly as a team would, against nothing but what generated code may depend on. */
final class SourceCompiler {
    private static final List<Class<?>> DEPENDENCIES =
            List.of(TypedResponse.class, Path.class, JsonProperty.class, Nullable.class);

    private SourceCompiler() {}

    static Compiled compile(java.nio.file.Path sources, Map<String, String> others, java.nio.file.Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-parameters",
                "-classpath",
                classPath(),
                "-d",
                classes.toString());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<JavaFileObject> units = new ArrayList<>();
            files.getJavaFileObjectsFromPaths(javaFiles(sources)).forEach(units::add);
            others.forEach((name, source) -> units.add(new Source(name, source)));
            boolean success = compiler.getTask(new StringWriter(), files, diagnostics, options, null, units)
                    .call();
            List<String> messages = diagnostics.getDiagnostics().stream()
                    .map(diagnostic -> simpleNames(diagnostic.toString()))
                    .toList();
            return new Compiled(success, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As javac prints it on the command line. */
    private static String simpleNames(String message) {
        return message.replaceAll("@[\\w.]+ |\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static List<java.nio.file.Path> javaFiles(java.nio.file.Path sources) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String classPath() {
        return DEPENDENCIES.stream().map(SourceCompiler::location).collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            URI location =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return java.nio.file.Path.of(location).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
