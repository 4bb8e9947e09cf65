package dev.writ.engine.match;

import static dev.writ.engine.match.Operations.answer;
import static dev.writ.engine.match.Operations.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationMatcherTest {
    private static final List<Operation> OPERATIONS = List.of(
            operation("GET", "/users/{id}"),
            operation("GET", "/users/me"),
            operation("DELETE", "/users/{id}"),
            operation("GET", "/{kind}/me/photos"),
            operation("GET", "/users/{id}/photos"),
            operation("GET", "/"),
            operation("POST", "/only"),
            operation("HEAD", "/own"),
            operation("GET", "/own"),
            operation("OPTIONS", "/own"),
            operation("TRACE", "/own"),
            operation("GET", "/ends/"),
            operation("GET", "/%7Bnot%7D/a%2Fb"));

    private static final List<Operation> MIXED = List.of(
            operation("GET", "/a/{x}"),
            operation("GET", "/a/{x}.json"),
            operation("GET", "/a/{x}.{y}.json"),
            operation("GET", "/a/data.json"),
            operation("GET", "/a/{x}-{y}"),
            operation("GET", "/a/{x}/deep"),
            operation("GET", "/report.{format}"),
            operation("GET", "/{name}.{format}"),
            operation("GET", "/maps/{z},{x},{y}"),
            operation("GET", "/odata('{key}')"),
            operation("GET", "/pair/{a}{b}"),
            operation("GET", "/v{version}/x/{y}"),
            operation("GET", "/%7B{x}%7D/end"));

    @ParameterizedTest
    @CsvSource({
        "GET, /users/7, GET /users/{id} {id=7}",
        "GET, /users/me, GET /users/me {}",
        "HEAD, /users/me, GET /users/me {}",
        "DELETE, /users/7, DELETE /users/{id} {id=7}",
        "GET, /users/me/photos, GET /users/{id}/photos {id=me}",
        "GET, /dogs/me/photos, GET /{kind}/me/photos {kind=dogs}",
        "GET, /users/a%2Fb, GET /users/{id} {id=a%2Fb}",
        "GET, /users/%C3%A9, GET /users/{id} {id=%C3%A9}",
        "GET, /users/%6De, GET /users/me {}",
        "GET, /users/a+b, GET /users/{id} {id=a+b}",
        "GET, /users/;id=1%2C2;x, GET /users/{id} {id=;id=1%2C2;x}",
        "GET, /users/{id}, GET /users/{id} {id={id}}",
        "GET, /, GET / {}",
        "GET, /users/, not found",
        "GET, /users, not found",
        "GET, /users/7/, not found",
        "GET, /ends/, GET /ends/ {}",
        "GET, /ends, not found",
        "GET, //me/photos, not found",
        "GET, /USERS/7, not found",
        "GET, /users%2F7, not found",
        "GET, /%7Bnot%7D/a%2fb, GET /%7Bnot%7D/a%2Fb {}",
        "GET, /%7Bnot%7D/a/b, not found",
        "DELETE, /users/me, 'not allowed [GET, HEAD, OPTIONS]'",
        "OPTIONS, /users/me, 'not allowed [GET, HEAD, OPTIONS]'",
        "HEAD, /only, 'not allowed [OPTIONS, POST]'",
        "get, /own, 'not allowed [GET, HEAD, OPTIONS, TRACE]'",
        "HEAD, /own, HEAD /own {}",
        "OPTIONS, /own, OPTIONS /own {}",
        "TRACE, /own, TRACE /own {}",
    })
    void a_literal_segment_wins_whatever_the_order(String method, String path, String expected) {
        assertMatches(OPERATIONS, method, path, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/1, GET /a/{x} {x=1}",
        "/a/data.json, GET /a/data.json {}",
        "/a/1.json, GET /a/{x}.json {x=1}",
        "/a/1%2Ejson, GET /a/{x}.json {x=1}",
        "/a/1.2.json, 'GET /a/{x}.{y}.json {x=1, y=2}'",
        "/a/1.2.3.json, 'GET /a/{x}.{y}.json {x=1.2, y=3}'",
        "/a/.json, GET /a/{x} {x=.json}",
        "/a/..json, GET /a/{x}.json {x=.}",
        "/a/1-2, 'GET /a/{x}-{y} {x=1, y=2}'",
        "/a/1-2-3, 'GET /a/{x}-{y} {x=1-2, y=3}'",
        "/a/--, GET /a/{x} {x=--}",
        "/a/---, 'GET /a/{x}-{y} {x=-, y=-}'",
        "/a/1-2/deep, GET /a/{x}/deep {x=1-2}",
        "/report.csv, GET /report.{format} {format=csv}",
        "/report.tar.gz, GET /report.{format} {format=tar.gz}",
        "/other.tar.gz, 'GET /{name}.{format} {format=gz, name=other.tar}'",
        "/report., not found",
        "/.csv, not found",
        "'/maps/1,2,3', 'GET /maps/{z},{x},{y} {x=2, y=3, z=1}'",
        "'/maps/1,2%2C5,3', 'GET /maps/{z},{x},{y} {x=2%2C5, y=3, z=1}'",
        "'/maps/1%2C2%2C3', 'GET /maps/{z},{x},{y} {x=2, y=3, z=1}'",
        "'/maps/1,2', not found",
        "'/maps/1,,3', not found",
        "'/maps/%C3%A9,%F0%9F%90%B6,%E2%82%AC', 'GET /maps/{z},{x},{y} {x=%F0%9F%90%B6, y=%E2%82%AC, z=%C3%A9}'",
        "/odata('a'), GET /odata('{key}') {key=a}",
        "/odata(%27a%27), GET /odata('{key}') {key=a}",
        "/odata('%27'), GET /odata('{key}') {key=%27}",
        "/pair/abc, 'GET /pair/{a}{b} {a=ab, b=c}'",
        "/pair/a%F0%9F%90%B6, 'GET /pair/{a}{b} {a=a, b=%F0%9F%90%B6}'",
        "/pair/%F0%9F%90%B6, not found",
        "/pair/a, not found",
        "/v2/x/1, 'GET /v{version}/x/{y} {version=2, y=1}'",
        "/v/x/1, not found",
        "/%7B1%7D/end, GET /%7B{x}%7D/end {x=1}",
        "/{1}/end, GET /%7B{x}%7D/end {x=1}",
    })
    void a_variable_may_stand_beside_text_and_other_variables(String path, String expected) {
        assertMatches(MIXED, "GET", path, expected.replace("''", "'"));
    }

    private static void assertMatches(List<Operation> operations, String method, String path, String expected) {
        List<Operation> shuffled = new ArrayList<>(operations);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(answer(new OperationMatcher(List.of(shuffled)), method, path))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/pets/1, not found",
        "/api/v1/pets/1, GET /pets/{id} {id=1}",
        "/old/pets/1, GET /pets/{id} {id=1}",
        "/api/v1/pets/new, GET /pets/new {}",
        "/old/pets/new, GET /pets/{id} {id=new}",
        "/eu/2/pets/new, GET /pets/new {}",
        "//2/pets/new, not found",
        "/other/, GET / {}",
        "/other, not found",
        "/4/keyed/7, GET /keyed/{id} {id=7}",
    })
    void an_operation_is_under_each_of_its_base_paths_and_nowhere_else(String path, String expected) {
        List<Operation> operations = List.of(
                operation("GET", "/pets/{id}", "/api/v1", "/old"),
                operation("GET", "/pets/new", "/api/v1", "/{region}/{version}", "/{area}/{number}"),
                operation("GET", "/keyed/{id}", "/{id}"),
                operation("GET", "/", "/other"));
        assertMatches(operations, "GET", path, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /a/me, GET /a/me {}",
        "POST, /a/me, POST /a/{id} {id=me}",
        "HEAD, /a/me, GET /a/me {}",
        "PUT, /a/me, 'not allowed [GET, HEAD, OPTIONS, POST]'",
        "GET, /a/you, 'not allowed [OPTIONS, POST]'",
        "GET, /b, GET /b {}",
        "HEAD, /b, HEAD /b {}",
        "PUT, /b, 'not allowed [GET, HEAD, OPTIONS]'",
        "GET, /c, not found",
    })
    void of_several_contracts_the_one_that_has_path_and_method_answers(String method, String path, String expected) {
        List<Operation> one = List.of(operation("GET", "/a/me"), operation("HEAD", "/b"));
        List<Operation> two = List.of(operation("POST", "/a/{id}"), operation("GET", "/b"));
        assertThat(answer(new OperationMatcher(List.of(one, two)), method, path))
                .isEqualTo(expected);
        assertThat(answer(new OperationMatcher(List.of(two, one)), method, path))
                .isEqualTo(expected);
    }

    @Test
    void within_one_contract_the_most_literal_path_decides_alone() {
        List<Operation> one = List.of(operation("GET", "/a/me"), operation("POST", "/a/{id}"));
        assertThat(answer(new OperationMatcher(List.of(one)), "POST", "/a/me"))
                .isEqualTo("not allowed [GET, HEAD, OPTIONS]");
    }

    @Test
    void what_cannot_be_told_apart_is_a_fault() {
        List<Operation> one = List.of(
                operation("GET", "/b/{x}.json", "/a"), operation("GET", "/c"), operation("GET", "/d", "", "/d"));
        List<Operation> two =
                List.of(operation("GET", "/{y}.json", "/a/b"), operation("PUT", "/c"), operation("GET", "/d/d"));
        assertThatThrownBy(() -> new OperationMatcher(List.of(one, two)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("2 faults")
                .hasMessageContaining(
                        "GET /{y}.json (GET /{y}.json), as /a/b/{y}.json, cannot be told from GET /b/{x}.json")
                .hasMessageContaining("GET /d/d (GET /d/d), as /d/d, cannot be told from GET /d");
    }

    @ParameterizedTest
    @CsvSource({"/%", "/%4", "/%zz", "/%ff", "/%C3", "/a%2", "/é", "*", "a"})
    void what_is_badly_encoded_is_no_path(String path) {
        assertThat(RequestPath.parse(path)).isEmpty();
    }

    @Test
    void ten_thousand_paths_take_as_many_steps_as_ten() {
        OperationMatcher small = resources(10);
        OperationMatcher large = resources(2_000);
        for (String path : List.of("/r7/a", "/r7/a/items", "/r7/x.json", "/r7/a/items/n-3-b", "/nowhere/a")) {
            RequestPath parsed = RequestPath.parse(path).orElseThrow();
            assertThat(large.steps("GET", parsed))
                    .as(path)
                    .isEqualTo(small.steps("GET", parsed))
                    .isLessThan(12);
        }
    }

    private static OperationMatcher resources(int count) {
        List<Operation> operations = Stream.iterate(0, i -> i + 1)
                .limit(count)
                .flatMap(i -> Stream.of(
                        operation("GET", "/r" + i + "/{id}"),
                        operation("GET", "/r" + i + "/{id}/items"),
                        operation("GET", "/r" + i + "/{id}/items/n-" + i + "-{item}"),
                        operation("GET", "/r7/{id}/items/n-" + i + "-{item}/more"),
                        operation("GET", "/r" + i + "/{id}.json")))
                .toList();
        return new OperationMatcher(List.of(operations));
    }

    @Test
    void a_deep_path_costs_no_more_than_its_length() {
        List<Operation> many = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            path.append("/{v").append(i).append('}');
            many.add(operation("GET", path + "/x"));
            many.add(operation("GET", path.toString().replace("{v" + i + "}", "a") + "/y"));
        }
        assertThat(answer(new OperationMatcher(List.of(many)), "GET", "/a".repeat(10_000)))
                .isEqualTo("not found");
    }

    @Test
    void a_long_segment_is_read_in_time_proportional_to_its_length() {
        OperationMatcher matcher = new OperationMatcher(List.of(List.of(
                operation("GET", "/{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h}.x"), operation("GET", "/{a}aa{b}ab{c}aaa{d}b"))));
        assertThat(answer(matcher, "GET", "/" + "-".repeat(1_000_000))).isEqualTo("not found");
        assertThat(answer(matcher, "GET", "/" + "a".repeat(1_000_000) + "b")).isEqualTo("not found");
    }
}
