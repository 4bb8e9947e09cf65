package dev.writ.benchmark;

import dev.writ.engine.match.Match;
import dev.writ.engine.match.OperationMatcher;
import dev.writ.engine.match.RequestPath;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From method and path to operation and path values, in a contract of ten paths and one of ten thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class MatchingBenchmark {
    /** Three for each kind of thing; and one more. */
    @Param({"10", "10000"})
    public int paths;

    private OperationMatcher matcher;
    private String literal;
    private String variables;
    private String mixed;

    @Setup
    public void prepare() {
        StringBuilder document = new StringBuilder("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n");
        int kinds = (paths - 1) / 3;
        for (int i = 0; i < kinds; i++) {
            path(document, "/v1/kind" + i);
            path(document, "/v1/kind" + i + "/{id}/parts/{part}", "id", "part");
            path(document, "/v1/kind" + i + "/{id}.{format}", "id", "format");
        }
        path(document, "/v1/health");
        Contract contract = ContractReader.parse("paths.yaml", document.toString());
        matcher = new OperationMatcher(List.of(contract.operations()));
        String last = "/v1/kind" + (kinds - 1);
        literal = last;
        variables = last + "/4711/parts/0815";
        mixed = last + "/4711.json";
        List.of(literal(), variables(), mixed()).forEach(MatchingBenchmark::expectFound);
    }

    private static void path(StringBuilder document, String path, String... variables) {
        document.append("  ").append(path).append(":\n");
        if (variables.length > 0) {
            document.append("    parameters:\n");
        }
        for (String variable : variables) {
            document.append("      - {name: ")
                    .append(variable)
                    .append(", in: path, required: true, schema: {type: string}}\n");
        }
        document.append("    get: {operationId: '").append(path).append("', responses: {'200': {description: ok}}}\n");
    }

    private static void expectFound(Match match) {
        if (!(match instanceof Match.Found)) {
            throw new IllegalStateException("not found");
        }
    }

    @Benchmark
    public Match literal() {
        return match(literal);
    }

    @Benchmark
    public Match variables() {
        return match(variables);
    }

    @Benchmark
    public Match mixed() {
        return match(mixed);
    }

    private Match match(String path) {
        return matcher.match("GET", RequestPath.parse(path).orElseThrow());
    }
}
