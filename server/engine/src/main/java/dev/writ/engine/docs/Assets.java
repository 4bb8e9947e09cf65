package dev.writ.engine.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Files that the engine brings: its own pages, and Swagger UI from its WebJar. */
final class Assets {
    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    /** The files of Swagger UI that {@code ui.html} loads. */
    static final List<String> VIEWER =
            List.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-16x16.png", "favicon-32x32.png");

    private Assets() {}

    static String own(String name) {
        return new String(read("dev/writ/engine/docs/" + name), StandardCharsets.UTF_8);
    }

    /** One of our pages, each <code>{{word}}</code> replaced by its text, escaped for HTML. */
    static String page(String name, Map<String, String> words) {
        String page = own(name);
        for (Map.Entry<String, String> word : words.entrySet()) {
            page = page.replace("{{" + word.getKey() + "}}", escape(word.getValue()));
        }
        return page;
    }

    /** One of {@link #VIEWER}. */
    static byte[] viewer(String name) {
        Properties properties = new Properties();
        try (InputStream stream = open(WEBJAR)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read("META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version") + "/" + name);
    }

    static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static byte[] read(String path) {
        try (InputStream stream = open(path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream stream = Assets.class.getClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IOException("the class path has no " + path);
        }
        return stream;
    }
}
