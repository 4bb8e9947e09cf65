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
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
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
        List<String> urls = List.of(url);
        Matcher variables = VARIABLE.matcher(url);
        while (variables.find()) {
            String name = variables.group(1);
            Optional<Element> variable = server.child("variables").flatMap(all -> all.child(name));
            if (variable.isEmpty()) {
                server.at("url").fault("the variable '" + name + "' is not declared");
                return List.of();
            }
            List<String> values = values(variable.get(), url.startsWith("{" + name + "}") && variables.start() == 0);
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
        String byDefault = variable.text("default").orElse("");
        if (!variable.node().has("enum")) {
            return first ? List.of(byDefault) : List.of();
        }
        List<String> values = new ArrayList<>();
        variable.items("enum").stream()
                .map(Element::node)
                .filter(JsonNode::isValueNode)
                .forEach(value -> values.add(value.asText()));
        if (values.isEmpty()) {
            variable.at("enum").fault("must have a value");
        } else if (!values.contains(byDefault)) {
            variable.at("default").warn("the default '" + byDefault + "' is not one of the values");
        }
        return values;
    }

    private static String path(String url) {
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
