package dev.writ.service.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A JDBC URL that names a SQLite file, or a PostgreSQL database in the way of its driver. It may hold a password: its
 * text form shows a mask instead.
 */
public record DatabaseUrl(String value) {
    static final String ALLOWED = "jdbc:sqlite:PATH, a file and nothing more, or jdbc:postgresql://HOST:PORT/DATABASE";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final Pattern PASSWORD = Pattern.compile("(?i)([?&][^=&]*password=)[^&]*");

    /** Empty if it names neither. */
    static Optional<DatabaseUrl> parse(String text) {
        return isSqliteFile(text) || isPostgresql(text) ? Optional.of(new DatabaseUrl(text)) : Optional.empty();
    }

    /** The URL without its passwords; all of it is masked where it cannot be known which part is one. */
    static String masked(String text) {
        return text.startsWith(SQLITE) || isPostgresql(text)
                ? PASSWORD.matcher(text).replaceAll("$1" + Secret.MASK)
                : Secret.MASK;
    }

    /** Whether it is SQLite; PostgreSQL otherwise. */
    public boolean isSqlite() {
        return value.startsWith(SQLITE);
    }

    boolean namesUser() {
        return has("user");
    }

    boolean holdsPassword() {
        return has("password");
    }

    @Override
    public String toString() {
        return masked(value);
    }

    private boolean has(String property) {
        return !isSqlite() && !postgresql(value).getOrDefault(property, "").isEmpty();
    }

    private static boolean isSqliteFile(String text) {
        String path = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : "";
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            return false;
        }
        try {
            return !Path.of(path).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isPostgresql(String text) {
        Map<String, String> properties = postgresql(text);
        return !properties.getOrDefault("PGDBNAME", "").isBlank()
                && !properties.getOrDefault("PGHOST", "").contains("@");
    }

    /** The properties that the driver reads in the URL, or fills in; none if it does not take it. */
    private static Map<String, String> postgresql(String text) {
        if (!text.startsWith("jdbc:postgresql:")) {
            return Map.of();
        }
        try {
            Map<String, String> properties = new HashMap<>();
            for (DriverPropertyInfo property : DriverManager.getDriver(text).getPropertyInfo(text, new Properties())) {
                properties.put(property.name, property.value == null ? "" : property.value);
            }
            return properties;
        } catch (SQLException e) {
            return Map.of();
        }
    }
}
