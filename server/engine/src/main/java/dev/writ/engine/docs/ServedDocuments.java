package dev.writ.engine.docs;

import dev.writ.engine.http.ContentTag;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Contracts for people and programs: of each {@code openapi.yaml} and {@code openapi.json}, a viewer at {@code ui/} and a
 * landing page. They are under the contract's first base path without variables, at the root if it has none. A contract
 * that finds an earlier one there has them under its number below that: {@code /api/2/}. If none has them at the root, the
 * first one's are there too. The pages of problem types are at {@code /problems/}, of all contracts together.
 *
 * <p>Asked only for paths that no contract has itself. Written when first asked for, then kept in memory. Thread-safe.
 */
public final class ServedDocuments {
    /** What Swagger UI needs and no more: nothing inline, nothing from elsewhere. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Page> pages = new HashMap<>();

    /** {@code own} are the problem types of the application. */
    public ServedDocuments(List<Contract> contracts, List<ProblemType> own) {
        Set<String> bases = new HashSet<>();
        for (int i = 0; i < contracts.size(); i++) {
            String base = base(contracts.get(i));
            while (!bases.add(base)) {
                base += "/" + (i + 1);
            }
            put(base, contracts.get(i));
        }
        if (bases.add("")) {
            contracts.stream().findFirst().ifPresent(first -> put("", first));
        }
        ProblemType.STANDARD.forEach(this::problemPage);
        own.stream().filter(ProblemType::isLocal).forEach(this::problemPage);
    }

    private static String base(Contract contract) {
        return contract.operations().stream()
                .flatMap(operation -> operation.basePaths().stream())
                .filter(base -> base.indexOf('{') < 0)
                .findFirst()
                .orElse("");
    }

    private void put(String base, Contract contract) {
        put(
                base + "/openapi.yaml",
                prefix ->
                        text("application/yaml", contractText(contract, prefix).yaml()));
        put(
                base + "/openapi.json",
                prefix ->
                        text("application/json", contractText(contract, prefix).json()));
        Map<String, String> words = Map.of(
                "title", contract.title(),
                "version", contract.version(),
                "operations", Integer.toString(contract.operations().size()));
        put(base + "/", () -> html(Assets.page("landing.html", words)));
        if (!base.isEmpty()) {
            put(base, () -> Response.of(308).withHeader("Location", base + "/"));
        }
        put(base + "/ui", () -> Response.of(308).withHeader("Location", base + "/ui/"));
        put(base + "/ui/", () -> html(Assets.page("ui.html", words)));
        put(base + "/ui/writ.css", () -> text("text/css; charset=utf-8", Assets.own("writ.css")));
        put(base + "/ui/initializer.js", () -> text("text/javascript; charset=utf-8", Assets.own("initializer.js")));
        Assets.VIEWER.forEach(
                name -> put(base + "/ui/" + name, () -> Response.of(200, Assets.type(name), Assets.viewer(name))));
    }

    private void problemPage(ProblemType type) {
        Map<String, String> words = Map.of(
                "status", Integer.toString(type.status()),
                "title", type.title(),
                "explanation", type.explanation(),
                // Relative, for whatever a proxy may have before it.
                "root", "../".repeat(type.uri().replaceAll("[^/]", "").length() - 1));
        put(type.uri(), () -> html(Assets.page("problem.html", words)));
    }

    private static ContractText contractText(Contract contract, String prefix) {
        return prefix.isEmpty() ? ContractText.of(contract) : ContractText.of(contract, prefix);
    }

    private void put(String path, Supplier<Response> page) {
        pages.putIfAbsent(path, new Page(prefix -> page.get(), false));
    }

    /** A page that is another one behind each prefix. */
    private void put(String path, Function<String, Response> page) {
        pages.putIfAbsent(path, new Page(page, true));
    }

    /**
     * The page at a path, as it came.
     *
     * @param prefix what the client has before the path
     */
    public Optional<Response> get(String path, String prefix) {
        return Optional.ofNullable(pages.get(path)).map(page -> page.get(prefix));
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

    /** A page that is written once, by whoever asks first; if it is another behind each prefix, once for each of a few. */
    private static final class Page {
        private static final int PREFIXES = 8;

        private final Function<String, Response> writer;
        private final boolean varies;
        private final Map<String, Response> written = new LinkedHashMap<>();

        Page(Function<String, Response> writer, boolean varies) {
            this.writer = writer;
            this.varies = varies;
        }

        synchronized Response get(String prefix) {
            String key = varies ? prefix : "";
            Response page = Optional.ofNullable(written.get(key)).orElseGet(() -> tagged(writer.apply(key)));
            if (!written.containsKey(key) && written.size() == PREFIXES) {
                written.remove(written.keySet().iterator().next());
            }
            written.put(key, page);
            return page;
        }

        /** Tagged here once; the pipeline would do it at every request. */
        private static Response tagged(Response page) {
            return page.status() == 200
                    ? page.withHeader("ETag", ContentTag.of(page.content().bytes()))
                    : page;
        }
    }
}
