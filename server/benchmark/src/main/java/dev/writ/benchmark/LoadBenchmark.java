package dev.writ.benchmark;

import dev.writ.engine.core.Engine;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a document to a contract, and on to an engine that answers; each time in a cold JVM, once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadBenchmark {
    @Param(Orders.DOCUMENT)
    public String document = "";

    @Benchmark
    public Contract read() {
        return ContractReader.read(document);
    }

    @Benchmark
    public Engine readAndBuild() {
        return Documents.engine(ContractReader.read(document));
    }
}
