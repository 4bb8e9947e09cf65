package dev.writ.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check of a body against its schema, by the engine and by others: of a tree that is there, and of bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class SchemaBenchmark {
    /** One of about 900 bytes, and an array of those of about 100 KB. */
    @Param({"ORDER", "INVALID_ORDER", "ARRAY", "INVALID_ARRAY"})
    public Body body;

    private byte[] bytes;
    private Validators<JsonNode> writ;
    private Validators<JsonNode> networknt;
    private Validators<Object> vertx;
    private JsonNode writTree;
    private JsonNode networkntTree;
    private Object vertxTree;

    /** What is checked. */
    public enum Body {
        ORDER,
        INVALID_ORDER,
        ARRAY,
        INVALID_ARRAY;

        boolean isArray() {
            return this == ARRAY || this == INVALID_ARRAY;
        }

        boolean isValid() {
            return this == ORDER || this == ARRAY;
        }

        byte[] bytes() {
            return switch (this) {
                case ORDER -> Orders.order();
                case INVALID_ORDER -> Orders.invalidOrder();
                case ARRAY -> Orders.array();
                case INVALID_ARRAY -> Orders.invalidArray();
            };
        }
    }

    @Setup
    public void prepare() {
        bytes = body.bytes();
        Contract contract = Orders.contract();
        String schema = Orders.jsonSchema(contract, body.isArray() ? "Orders" : "Order");
        writ = Validators.writ(contract, body.isArray() ? "replaceOrders" : "createOrder");
        networknt = Validators.networknt(schema);
        vertx = Validators.vertx(schema);
        writTree = writ.parse().apply(bytes);
        networkntTree = networknt.parse().apply(bytes);
        vertxTree = vertx.parse().apply(bytes);
        expect("writ", writ());
        expect("networknt", networknt());
        expect("vertx", vertx());
    }

    /** Whoever finds nothing, or too little, is not to win. */
    private void expect(String validator, int errors) {
        if (body.isValid() ? errors != 0 : errors < 3) {
            throw new IllegalStateException(validator + " finds " + errors + " errors in " + body);
        }
    }

    @Benchmark
    public int writ() {
        return writ.errors().apply(writTree);
    }

    @Benchmark
    public int networknt() {
        return networknt.errors().apply(networkntTree);
    }

    @Benchmark
    public int vertx() {
        return vertx.errors().apply(vertxTree);
    }

    @Benchmark
    public int writFromBytes() {
        return writ.errors().apply(writ.parse().apply(bytes));
    }

    @Benchmark
    public int networkntFromBytes() {
        return networknt.errors().apply(networknt.parse().apply(bytes));
    }

    @Benchmark
    public int vertxFromBytes() {
        return vertx.errors().apply(vertx.parse().apply(bytes));
    }
}
