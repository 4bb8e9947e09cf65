package dev.writ.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Java names for what a contract names: {@code If-Match} is {@code ifMatch}, {@code ETag} is {@code eTag}. */
final class Names {
    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}\\p{Nd}]+|\\p{Lu}+[\\p{Nd}]*");

    /** Methods of every object, which neither a record component nor an operation may be called. */
    private static final Set<String> OF_OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private Names() {}

    /** A method, parameter or record component. */
    static String member(String name) {
        String type = type(name);
        int first = words(name).stream().findFirst().map(String::length).orElse(1);
        String member = type.substring(0, first).toLowerCase(Locale.ROOT) + type.substring(first);
        return SourceVersion.isKeyword(member) || OF_OBJECT.contains(member) ? member + "_" : identifier(member);
    }

    /** A class. */
    static String type(String name) {
        return identifier(words(name).stream().map(Names::capitalized).collect(Collectors.joining()));
    }

    /** An enum constant. */
    static String constant(String value) {
        return identifier(
                words(value).stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_")));
    }

    /** {@code name}, or with the first number behind it that makes it new. */
    static String unique(String name, Predicate<String> taken) {
        String candidate = name;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        WORD.matcher(name).results().forEach(match -> words.add(match.group()));
        return words;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String identifier(String name) {
        if (name.isEmpty()) {
            return "_0";
        }
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
    }
}
