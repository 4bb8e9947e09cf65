package dev.writ.api;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1): any tag, or some. Immutable.
 *
 * @param any true for {@code *}
 * @param tags as sent, with quotes and a {@code W/} where there is one
 */
public record EntityTags(boolean any, Set<String> tags) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    public EntityTags {
        tags = Set.copyOf(tags);
    }

    /** What the field lists; for {@code null} or a malformed value, no tag at all. */
    public static EntityTags parse(@Nullable String field) {
        if (field == null) {
            return new EntityTags(false, Set.of());
        }
        Set<String> tags = new LinkedHashSet<>();
        Matcher matcher = TAG.matcher(field);
        while (matcher.find()) {
            tags.add(matcher.group());
        }
        return new EntityTags(field.trim().equals("*"), tags);
    }

    /** Strong comparison, as {@code If-Match} asks for: a weak tag never matches. */
    public boolean matchStrongly(String tag) {
        return any || (!tag.startsWith("W/") && tags.contains(tag));
    }

    /** Weak comparison, as {@code If-None-Match} asks for. */
    public boolean matchWeakly(String tag) {
        String opaque = opaque(tag);
        return any || tags.stream().anyMatch(candidate -> opaque(candidate).equals(opaque));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
