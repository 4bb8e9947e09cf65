package dev.writ.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a doc comment from the Markdown of a contract. */
final class Javadoc {
    private static final int WIDTH = 120;
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Javadoc() {}

    /** Nothing where there is nothing to say; one line where it fits. */
    static List<String> lines(String indent, List<String> paragraphs, Map<String, String> parameters) {
        List<String> body = new ArrayList<>();
        for (String paragraph : paragraphs) {
            for (String part : BLANK_LINE.split(paragraph.strip(), -1)) {
                if (!part.isBlank()) {
                    String start = body.isEmpty() ? "" : "<p>";
                    if (!body.isEmpty()) {
                        body.add("");
                    }
                    body.addAll(wrapped(start + html(part), indent, ""));
                }
            }
        }
        boolean first = true;
        for (var parameter : parameters.entrySet()) {
            if (!parameter.getValue().isBlank()) {
                if (first && !body.isEmpty()) {
                    body.add("");
                }
                first = false;
                body.addAll(wrapped("@param " + parameter.getKey() + " " + html(parameter.getValue()), indent, "    "));
            }
        }
        return comment(indent, body);
    }

    private static List<String> comment(String indent, List<String> body) {
        if (body.isEmpty()) {
            return List.of();
        }
        if (body.size() == 1 && indent.length() + body.get(0).length() + 7 <= WIDTH) {
            return List.of(indent + "/** " + body.get(0) + " */");
        }
        List<String> lines = new ArrayList<>();
        lines.add(indent + "/**");
        body.forEach(line -> lines.add((indent + " * " + line).stripTrailing()));
        lines.add(indent + " */");
        return lines;
    }

    private static List<String> wrapped(String text, String indent, String hang) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACE.split(text.strip(), -1)) {
            if (line.length() > 0 && indent.length() + 3 + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(hang);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Nothing in the text may end the comment, start a tag or be read as a Unicode escape. */
    static String html(String markdown) {
        StringBuilder html = new StringBuilder();
        Matcher code = CODE.matcher(markdown);
        int end = 0;
        while (code.find()) {
            html.append(escaped(markdown.substring(end, code.start())));
            String inner = code.group(1);
            html.append(
                    inner.matches("[^{}@*\\\\]*")
                            ? "{@code " + inner.strip() + "}"
                            : "<code>" + escaped(inner) + "</code>");
            end = code.end();
        }
        return html.append(escaped(markdown.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }
}
