package dev.writ.engine.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What OpenAPI 3.2 says of fields that are for readers and clients: warnings, since nothing of it is enforced here. */
final class ReaderRules {
    private static final Set<String> NODE_TYPES = Set.of("element", "attribute", "text", "cdata", "none");

    private ReaderRules() {}

    static void check(Element root, Structure structure) {
        tags(root.items("tags"));
        servers(root.items("servers"));
        structure.objects("PathItem").forEach(item -> servers(item.items("servers")));
        structure.objects("Operation").forEach(operation -> servers(operation.items("servers")));
        structure.objects("Xml").forEach(ReaderRules::xml);
        structure.objects("Flows").forEach(ReaderRules::deviceFlow);
    }

    /** Names are unique, and the way from a tag to its parents ends (OpenAPI 3.2, section 4.22). */
    private static void tags(List<Element> tags) {
        Map<String, Element> byName = new LinkedHashMap<>();
        for (Element tag : tags) {
            tag.text("name")
                    .filter(name -> byName.putIfAbsent(name, tag) != null)
                    .ifPresent(name -> tag.at("name").warn("the tag '" + name + "' stands here twice"));
        }
        byName.forEach((name, tag) -> tag.text("parent").ifPresent(parent -> {
            if (!byName.containsKey(parent)) {
                tag.at("parent").warn("there is no tag '" + parent + "'");
            } else if (isCircle(name, byName)) {
                tag.at("parent").warn("the tag '" + name + "' is nested in itself");
            }
        }));
    }

    private static boolean isCircle(String name, Map<String, Element> byName) {
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(name);
        while (at.isPresent() && seen.add(at.get())) {
            at = Optional.ofNullable(byName.get(at.get())).flatMap(tag -> tag.text("parent"));
        }
        return at.filter(name::equals).isPresent();
    }

    /** A name is that of one server (section 4.5.1), and a variable stands once in a URL (section 4.6). */
    private static void servers(List<Element> servers) {
        Map<String, Element> byName = new HashMap<>();
        for (Element server : servers) {
            server.text("name")
                    .filter(name -> byName.putIfAbsent(name, server) != null)
                    .ifPresent(name -> server.at("name").warn("another server has the name '" + name + "'"));
            String url = server.text("url").orElse("");
            server.members("variables").keySet().stream()
                    .filter(name -> url.indexOf("{" + name + "}") != url.lastIndexOf("{" + name + "}"))
                    .forEach(name -> server.at("url").warn("the URL has '{" + name + "}' twice"));
        }
    }

    /** Section 4.26.1. */
    private static void xml(Element xml) {
        Optional<String> nodeType = xml.text("nodeType");
        nodeType.filter(type -> !NODE_TYPES.contains(type))
                .ifPresent(type ->
                        xml.at("nodeType").warn("'" + type + "' is not element, attribute, text, cdata or none"));
        if (nodeType.isPresent()) {
            for (String field : List.of("attribute", "wrapped")) {
                xml.child(field).ifPresent(old -> old.warn("'" + field + "' must not stand beside 'nodeType'"));
            }
        }
    }

    /** Section 4.29.1. */
    private static void deviceFlow(Element flows) {
        flows.child("deviceAuthorization")
                .ifPresent(flow -> List.of("deviceAuthorizationUrl", "tokenUrl").stream()
                        .filter(field -> flow.child(field).isEmpty())
                        .forEach(field -> flow.warn("'" + field + "' is missing")));
    }
}
