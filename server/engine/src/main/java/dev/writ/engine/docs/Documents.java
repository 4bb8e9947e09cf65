package dev.writ.engine.docs;

import dev.writ.engine.http.ContentTag;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract for people and programs: {@code /openapi.yaml} as written, {@code /openapi.json}, a viewer at {@code /ui/}, a
 * landing page at {@code /}, and a page for each problem type. Asked only for paths that the contract does not have itself.
 * Read into memory once; immutable.
 */
public final class Documents {
    /** What Swagger UI needs and no more: nothing inline, nothing from elsewhere. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Response> pages = new HashMap<>();

    /** {@code own} are the problem types of the application. */
    public Documents(Contract contract, List<ProblemType> own) {
        own.stream().filter(ProblemType::isLocal).forEach(this::problemPage);
        pages.put("/openapi.yaml", text("application/yaml", contract.document().text()));
        pages.put("/openapi.json", text("application/json", json(contract)));
        Map<String, String> words = Map.of(
                "title", contract.title(),
                "version", contract.version(),
                "operations", Integer.toString(contract.operations().size()));
        pages.put("/", html(Assets.page("landing.html", words)));
        pages.put("/ui", Response.of(308).withHeader("Location", "/ui/"));
        pages.put("/ui/", html(Assets.page("ui.html", words)));
        pages.put("/ui/writ.css", text("text/css; charset=utf-8", Assets.own("writ.css")));
        pages.put("/ui/initializer.js", text("text/javascript; charset=utf-8", Assets.own("initializer.js")));
        Assets.viewer().forEach((name, bytes) -> pages.put("/ui/" + name, Response.of(200, Assets.type(name), bytes)));
        ProblemType.STANDARD.forEach(this::problemPage);
        // Computed here once; the pipeline would do it at every request.
        pages.replaceAll((path, page) -> page.status() == 200
                ? page.withHeader("ETag", ContentTag.of(page.content().bytes()))
                : page);
    }

    private void problemPage(ProblemType type) {
        Map<String, String> words = Map.of(
                "status", Integer.toString(type.status()), "title", type.title(), "explanation", type.explanation());
        pages.put(type.uri(), html(Assets.page("problem.html", words)));
    }

    /** The page at a path, as sent. */
    public Optional<Response> get(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    private static String json(Contract contract) {
        return contract.document().root().toPrettyString();
    }

    private static Response html(String page) {
        return text("text/html; charset=utf-8", page)
                .withHeaders(Headers.of("Content-Type", "text/html; charset=utf-8")
                        .with("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                        .with("Referrer-Policy", "no-referrer"));
    }

    private static Response text(String type, String text) {
        return Response.of(200, type, text.getBytes(StandardCharsets.UTF_8));
    }
}
