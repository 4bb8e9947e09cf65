package dev.writ.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every example in Java of the guide and of the Javadoc is source that is compiled and run, word for word. */
class GuideTextTest {
    private static final Path GUIDE = Path.of("README.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/writ/engine/guide");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (snippet|file): (\\S+) -->\n)?```(java|yaml)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("// snippet: (\\S+)\n(.*?)\n *// end", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\\}</pre>", Pattern.DOTALL);

    @Test
    void examples_of_the_guide_are_compiled() throws IOException {
        Map<String, String> snippets = snippets();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        List<String> used = new ArrayList<>();
        while (block.find()) {
            assertThat(block.group(2)).as("a mark above " + block.group(4)).isNotNull();
            String expected = block.group(1).equals("file")
                    ? Files.readString(Path.of("src/test/resources", block.group(2)))
                    : snippets.get(block.group(2));
            assertThat(block.group(4).strip())
                    .isEqualTo(String.valueOf(expected).stripIndent().strip());
            used.add(block.group(2));
        }
        assertThat(used).isNotEmpty();
    }

    @Test
    void examples_of_the_javadoc_are_compiled() throws IOException {
        String compiled = words(String.join("\n", snippets().values()));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher example = JAVADOC.matcher(Files.readString(file));
                while (example.find()) {
                    assertThat(compiled)
                            .as(file.toString())
                            .contains(words(example.group(1)));
                }
            }
        }
    }

    private static Map<String, String> snippets() throws IOException {
        Map<String, String> snippets = new HashMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Matcher snippet = SNIPPET.matcher(Files.readString(file));
                while (snippet.find()) {
                    snippets.put(snippet.group(1), snippet.group(2));
                }
            }
        }
        return snippets;
    }

    /** Lines may be broken elsewhere. */
    private static String words(String text) {
        return text.replaceAll("[\\s*]+", "");
    }
}
