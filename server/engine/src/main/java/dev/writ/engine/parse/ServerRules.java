package dev.writ.engine.parse;

/** Base paths come with a later version; until then a document whose servers have one would be served at the wrong place. */
final class ServerRules {
    private ServerRules() {}

    static void check(Element root) {
        for (Element server : root.items("servers")) {
            String url = server.requiredText("url");
            if (!url.isEmpty() && !url.equals("/") && !url.matches("https?://[^/{}]+/?")) {
                server.child("url").orElse(server).fault("servers with a base path or variables are not supported");
            }
        }
        root.members("paths").values().forEach(path -> {
            refuse(path);
            path.members().values().stream()
                    .filter(operation -> operation.node().isObject())
                    .forEach(ServerRules::refuse);
        });
    }

    private static void refuse(Element element) {
        element.child("servers")
                .ifPresent(servers -> servers.fault("servers of a path or operation are not supported"));
    }
}
