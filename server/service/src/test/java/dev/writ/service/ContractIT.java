package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.service.Client.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract promises beyond the tutorial: pages, conditions, HEAD, health, documents. */
class ContractIT {
    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static Client miguel;
    private static Client anybody;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder);
        miguel = Client.miguel(service.uri());
        anybody = Client.anonymous(service.uri());
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void next_links_lead_through_the_whole_list_and_keep_its_filter() throws Exception {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(miguel.sendJson("POST", Client.TASKS, "{\"title\":\"Page " + i + "\",\"done\":true}")
                    .json()
                    .at("/task/id")
                    .asText());
        }
        List<String> seen = new ArrayList<>();
        String next = Client.TASKS + "?done=true&limit=2";
        while (!next.isEmpty()) {
            Answer page = miguel.get(next);
            assertThat(page.status()).isEqualTo(200);
            for (JsonNode task : page.json().get("tasks")) {
                assertThat(task.get("done").asBoolean()).isTrue();
                seen.add(task.get("id").asText());
            }
            String link = page.header("Link");
            assertThat(link).matches("|<[^>]+>; rel=\"next\"");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(created);
        for (String id : created) {
            miguel.send("DELETE", Client.TASKS + "/" + id, Optional.empty());
        }
    }

    @Test
    void a_current_copy_is_not_sent_again() throws Exception {
        for (String path : List.of(Client.TASKS, Client.TASKS + "/1", "/openapi.yaml")) {
            String tag = miguel.get(path).header("ETag");
            Answer again = miguel.get(path, "If-None-Match", "\"other\", W/" + tag);
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(miguel.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        }
    }

    @Test
    void a_change_on_an_outdated_copy_is_refused() throws Exception {
        Answer created = miguel.sendJson("POST", Client.TASKS, "{\"title\":\"Contended\"}");
        String path = created.header("Location");
        String first = created.header("ETag");
        Answer changed = miguel.sendJson("PUT", path, "{\"done\":true}", "If-Match", first);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first);

        assertThat(miguel.sendJson("PUT", path, "{\"done\":false}", "If-Match", first)
                        .status())
                .isEqualTo(412);
        assertThat(miguel.sendJson("PUT", path, "{\"done\":false}", "If-Match", "W/" + changed.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(miguel.send("DELETE", path, Optional.empty(), "If-Match", first)
                        .status())
                .isEqualTo(412);
        assertThat(miguel.get(path).json().at("/task/done").asBoolean()).isTrue();

        assertThat(miguel.send("DELETE", path, Optional.empty(), "If-Match", first + ", " + changed.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(miguel.send("DELETE", path, Optional.empty(), "If-Match", "*")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void head_answers_like_get_without_content() throws Exception {
        for (String path : List.of(Client.TASKS, Client.TASKS + "/1", "/health", "/", "/openapi.json", "/ui/")) {
            Answer get = miguel.get(path);
            Answer head = miguel.send("HEAD", path, Optional.empty());
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        }
    }

    @Test
    void a_200_to_get_has_a_validator_and_nothing_else_is_stored() throws Exception {
        for (String path : List.of(Client.TASKS, Client.TASKS + "/1", "/health", "/health/ready", "/openapi.yaml")) {
            assertThat(miguel.get(path).header("ETag")).as(path).isNotEmpty();
        }
        assertThat(miguel.get(Client.TASKS + "/999").header("Cache-Control")).isEqualTo("no-store");
        assertThat(anybody.get(Client.TASKS).header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_a_path_does_not_offer_is_told() throws Exception {
        Answer answer = miguel.send("PATCH", Client.TASKS + "/1", Optional.empty());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PUT");
    }

    @Test
    void health_needs_no_credentials() throws Exception {
        assertThat(anybody.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anybody.get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void the_contract_is_served_as_written_and_the_viewer_runs_nothing_foreign() throws Exception {
        assertThat(anybody.get("/openapi.yaml").body())
                .startsWith("openapi: 3.1.0")
                .contains("operationId: listTasks");
        assertThat(anybody.get("/openapi.json").json().at("/info/title").asText())
                .isEqualTo("Writ to-do");
        assertThat(anybody.get("/").body()).contains("Writ to-do").contains("href=\"ui/\"");
        Answer viewer = anybody.get("/ui/");
        assertThat(viewer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(anybody.get("/ui/swagger-ui-bundle.js").body()).contains("SwaggerUIBundle");
        assertThat(anybody.get("/ui/initializer.js").body())
                .contains("BaseLayout")
                .contains("validatorUrl: null");
        assertThat(anybody.get("/problems/not-found").body()).contains("Not Found");
    }

    @Test
    void the_start_tells_operations_and_the_demo_user() {
        assertThat(service.log())
                .anySatisfy(line -> assertThat(line).contains("7 operations, 7 implemented, 0 missing"))
                .anySatisfy(line -> assertThat(line).contains("WARN").contains("demo user 'miguel'"));
    }
}
