package dev.writ.benchmark;

import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A GET through the engine, in process: what is left of its time when answers are not checked is the peer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class ResponseCheckBenchmark {
    @Param({"OFF", "REPORT", "ENFORCE"})
    public ResponseChecks checks;

    private Engine engine;
    private Request request;

    @Setup
    public void prepare() {
        byte[] order = Orders.order();
        engine = new EngineBuilder(Orders.contract())
                .settings(Settings.DEFAULT
                        .withUnimplemented(Unimplemented.NOT_IMPLEMENTED)
                        .withResponseChecks(checks))
                .on("getOrder", call -> Response.of(200, "application/json", order))
                .build();
        request = Documents.get("/orders/EU-004217");
        if (get().status() != 200) {
            throw new IllegalStateException("answered with " + get().status());
        }
    }

    @Benchmark
    public Response get() {
        return engine.handle(request);
    }
}
