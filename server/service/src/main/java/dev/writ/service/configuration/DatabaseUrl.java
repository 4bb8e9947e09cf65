package dev.writ.service.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A JDBC URL that names a SQLite file, or a PostgreSQL database in the way of its driver. It may hold a password.
 */
record DatabaseUrl(String value) {
    static final String ALLOWED = "jdbc:sqlite:PATH, a file and nothing more, or jdbc:postgresql://HOST:PORT/DATABASE";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("(?i)([?&][^=&]*password=)[^&]*");

    /** Empty if it names neither. */
    static Optional<DatabaseUrl> parse(String text) {
        return isSqliteFile(text) || isPostgresql(text) ? Optional.of(new DatabaseUrl(text)) : Optional.empty();
    }

    /** The URL without its passwords; all of it is masked where it cannot be known which part is one. */
    static String masked(String text) {
        return text.startsWith(SQLITE) || isPostgresql(text)
                ? PASSWORD.matcher(text).replaceAll("$1" + Setting.MASK)
                : Setting.MASK;
    }

    /** Whether it is SQLite; PostgreSQL otherwise. */
    boolean isSqlite() {
        return value.startsWith(SQLITE);
    }

    boolean namesUser() {
        return has(PGProperty.USER);
    }

    boolean holdsPassword() {
        return has(PGProperty.PASSWORD);
    }

    private boolean has(PGProperty property) {
        Properties properties = isSqlite() ? null : Driver.parseURL(value, null);
        return properties != null && property.isPresent(properties);
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

    /** Not one that the driver does not take, that names no database, or whose host holds credentials. */
    private static boolean isPostgresql(String text) {
        Properties properties = text.startsWith(POSTGRESQL) ? Driver.parseURL(text, null) : null;
        return properties != null
                && !properties.getProperty(PGProperty.PG_DBNAME.getName(), "").isBlank()
                && !properties.getProperty(PGProperty.PG_HOST.getName(), "").contains("@");
    }
}
