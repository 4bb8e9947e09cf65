package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code servers} (OpenAPI 3.1, section 4.8.5): what may stand before the paths. */
final class ServerReader {
    private static final int MAX_URLS = 100;
    private static final Pattern URL = Pattern.compile("([^{}?#]|\\{[^{}/]+})*+");
    static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*|\\{[^{}]+}):(?://)?[^/]*+(.*)|//[^/]*+(.*)");

    private ServerReader() {}

    /** Distinct; only the empty one if there are no servers. */
    static List<String> basePaths(Optional<Element> servers) {
        Set<String> paths = new LinkedHashSet<>();
        for (Element server : servers.map(Element::items).orElse(List.of())) {
            server.text("url").ifPresent(url -> urls(server, url).forEach(one -> paths.add(path(one))));
        }
        return paths.isEmpty() ? List.of("") : List.copyOf(paths);
    }

    /** With each value of the variables that list theirs; the others stay, unless the whole address is one. */
    private static List<String> urls(Element server, String url) {
        if (!URL.matcher(url).matches()) {
            server.at("url")
                    .fault("'" + url + "' is no URL of a server: braces stand around names, and it has neither"
                            + " query nor fragment");
            return List.of();
        }
        ServerRules.check(server, Element::fault);
        List<String> urls = List.of(url);
        Matcher variables = VARIABLE.matcher(url);
        while (variables.find()) {
            String name = variables.group(1);
            boolean first = variables.start() == 0;
            List<String> values = server.child("variables")
                    .flatMap(all -> all.child(name))
                    .map(variable -> values(variable, first))
                    .orElse(List.of());
            if (!values.isEmpty()) {
                urls = urls.stream()
                        .flatMap(one -> values.stream().map(value -> one.replace("{" + name + "}", value)))
                        .distinct()
                        .limit(MAX_URLS + 1L)
                        .toList();
            }
            if (urls.size() > MAX_URLS) {
                server.at("variables").fault("more than " + MAX_URLS + " URLs");
                return List.of();
            }
        }
        return urls;
    }

    private static List<String> values(Element variable, boolean first) {
        if (first && !variable.node().has("enum")) {
            return List.of(variable.text("default").orElse(""));
        }
        return values(variable);
    }

    /** Those that the variable lists; none if it may be anything. */
    static List<String> values(Element variable) {
        return variable.items("enum").stream()
                .map(Element::node)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .toList();
    }

    static String path(String url) {
        Matcher absolute = ABSOLUTE.matcher(url);
        String path = url;
        if (absolute.matches()) {
            path = absolute.group(1) == null ? absolute.group(2) : absolute.group(1);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.remove(segments.size() - 1);
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.add(segment);
            }
        }
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }
}
