package dev.writ.service.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of {@code KEY=value} lines in UTF-8. Whatever is taken means what it means in an {@code EnvironmentFile=} of
 * systemd; what could mean something else is a fault:
 *
 * <ul>
 *   <li>A blank line, and one that begins with {@code #}, says nothing. A {@code #} further on is part of the value.
 *   <li>Blanks around key and value are not part of them.
 *   <li>A value in single quotes is taken as it is.
 *   <li>In double quotes, a backslash before one of {@code "}, {@code \}, {@code `} and {@code $} is left out.
 *   <li>Without quotes around it, a value has neither quotes nor backslashes. No value goes on in the next line.
 * </ul>
 */
final class ConfigurationFile {
    private static final int MAX_BYTES = 1024 * 1024;

    private final Map<String, Assignment> assignments = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ConfigurationFile() {}

    /** @param named the setting that names the file, and where that was set */
    static ConfigurationFile read(Assignment named) {
        ConfigurationFile file = new ConfigurationFile();
        try {
            int number = 0;
            for (String line : text(Path.of(named.value())).lines().toList()) {
                number++;
                file.line(line.trim(), "at " + named.value() + ":" + number);
            }
        } catch (IOException | InvalidPathException e) {
            file.faults.add(named + " names the file '" + named.value() + "', which cannot be read: " + reason(e));
        }
        return file;
    }

    private static String text(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /** In the order of the file. */
    List<Assignment> assignments() {
        return List.copyOf(assignments.values());
    }

    /** None of them repeats a value: it could be a secret. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void line(String line, String origin) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String name = line.substring(0, Math.max(equals, 0)).trim();
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            faults.add("The line " + origin + " is not KEY=value");
            return;
        }
        Optional<String> value = value(line.substring(equals + 1).trim());
        Assignment assignment = new Assignment(name, value.orElse(""), origin);
        if (value.isEmpty()) {
            faults.add(assignment + " has a value with a quote or backslash that is not between quotes, or quotes"
                    + " that do not end");
            return;
        }
        Assignment first = assignments.putIfAbsent(name, assignment);
        if (first != null) {
            faults.add(assignment + " is set already " + first.origin());
        }
    }

    private static Optional<String> value(String text) {
        if (text.matches("'[^']*'")) {
            return Optional.of(text.substring(1, text.length() - 1));
        }
        if (text.matches("\"(?:[^\"\\\\]++|\\\\.)*+\"")) {
            return Optional.of(text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\`$])", "$1"));
        }
        return text.matches("[^'\"\\\\]*") ? Optional.of(text) : Optional.empty();
    }

    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is none";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        return failure instanceof CharacterCodingException ? "it is not UTF-8" : String.valueOf(failure.getMessage());
    }
}
