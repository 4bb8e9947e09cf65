package dev.writ.engine.parse;

import java.util.Set;

/** Reads {@code host}, {@code schemes} and {@code basePath} (Swagger 2.0, section 5.2.1), of which the last decides about paths. */
final class SwaggerServers {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    private SwaggerServers() {}

    /** What may stand before the paths: empty, or beginning with a slash and not ending with one. */
    static String basePath(Element element) {
        String text = element.node().asText();
        if (text.matches(".*[{}?#].*")) {
            element.fault("'" + text + "' is no base path: it has neither variables nor query nor fragment");
        } else if (!text.startsWith("/")) {
            element.warn("a base path begins with a slash");
        }
        return ServerReader.path("/" + text.replaceFirst("^/+", ""));
    }

    /** Warns of what says to clients where the server is, and says it wrongly. */
    static void check(Element root) {
        root.text("host")
                .filter(host -> host.matches(".*[/{}?#].*"))
                .ifPresent(host -> root.at("host")
                        .warn("'" + host
                                + "' is no host with or without a port: 'schemes' and 'basePath' have the rest"));
        for (Element scheme : root.items("schemes")) {
            if (!SCHEMES.contains(scheme.node().asText())) {
                scheme.warn("'" + scheme.node().asText() + "' is not http, https, ws or wss");
            }
        }
    }
}
