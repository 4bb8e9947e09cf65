package dev.writ.service.task;

import dev.writ.api.EntityTags;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The version of a task as an entity tag (RFC 9110, section 8.8.3), and back. */
final class VersionTag {
    private static final Pattern STRONG = Pattern.compile("\"([1-9]\\d{0,17})\"");

    private VersionTag() {}

    static String of(TaskEntry task) {
        return "\"" + task.version() + "\"";
    }

    /** What {@code If-Match} asks for; weak tags, and tags that are not ours, match no version. */
    static Precondition precondition(@Nullable String ifMatch) {
        EntityTags tags = EntityTags.parse(ifMatch);
        if (ifMatch == null || tags.any()) {
            return Precondition.none();
        }
        Set<Long> versions = tags.tags().stream()
                .map(STRONG::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.valueOf(matcher.group(1)))
                .collect(Collectors.toSet());
        return Precondition.versionIn(versions);
    }
}
