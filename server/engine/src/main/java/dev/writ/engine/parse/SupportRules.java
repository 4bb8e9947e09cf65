package dev.writ.engine.parse;

/** What OpenAPI allows and the engine does not take yet: a document with it would be served otherwise than it says. */
final class SupportRules {
    private SupportRules() {}

    static void check(Element root) {
        for (Element server : root.items("servers")) {
            String url = server.requiredText("url");
            if (!url.isEmpty() && !url.equals("/") && !url.matches("https?://[^/{}]+/?")) {
                server.child("url").orElse(server).fault("servers with a base path or variables are not supported");
            }
        }
        root.child("jsonSchemaDialect")
                .filter(dialect -> !dialect.text().equals("https://spec.openapis.org/oas/3.1/dialect/base"))
                .ifPresent(dialect -> dialect.fault("schemas in another dialect are not supported"));
        root.members("paths").forEach((name, path) -> {
            if (name.startsWith("x-")) {
                return;
            }
            refuse(path);
            path.members().values().stream()
                    .filter(operation -> operation.node().isObject())
                    .forEach(SupportRules::refuse);
        });
    }

    private static void refuse(Element element) {
        element.child("servers")
                .ifPresent(servers -> servers.fault("servers of a path or operation are not supported"));
    }
}
