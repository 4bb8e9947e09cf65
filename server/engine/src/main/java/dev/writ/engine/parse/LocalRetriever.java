package dev.writ.engine.parse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Documents of the class path and of the file system, each at URIs of its own scheme. */
final class LocalRetriever implements Retriever {
    private static final String CLASS_PATH = "classpath";

    /** Where a resource of the class path or, if there is none of that name, a file is. */
    static URI locate(String name) {
        try {
            return loader().getResource(name) == null
                    ? Path.of(name).toUri()
                    : new URI(CLASS_PATH, null, "/" + name, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Override
    public Optional<byte[]> retrieve(URI uri) throws IOException {
        if (CLASS_PATH.equals(uri.getScheme())) {
            try (InputStream stream = loader().getResourceAsStream(uri.getPath().substring(1))) {
                if (stream == null) {
                    throw new FileNotFoundException("the class path has no such resource");
                }
                return Optional.of(Bytes.read(stream));
            }
        }
        if ("file".equals(uri.getScheme())) {
            Path path = Path.of(uri);
            if (Files.isDirectory(path) || !Files.exists(path)) {
                throw new FileNotFoundException("there is no such file");
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return Optional.of(Bytes.read(stream));
            }
        }
        return Optional.empty();
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? LocalRetriever.class.getClassLoader() : context;
    }
}
