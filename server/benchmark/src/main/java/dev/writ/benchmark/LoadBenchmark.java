package dev.writ.benchmark;

import dev.writ.engine.core.Engine;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a document to a contract, and on to an engine that answers; each time in a cold JVM, once, and what stays in its heap. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadBenchmark {
    @Param(Orders.DOCUMENT)
    public String document = "";

    /** What is in the heap after a collection, more than before. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        public long keptKilobytes;

        private long before;
        private Object kept = "";

        @Setup(Level.Iteration)
        public void before() {
            before = used();
        }

        @TearDown(Level.Iteration)
        public void after() {
            keptKilobytes = (used() - before) / 1024;
            if (kept.hashCode() == 0) {
                throw new IllegalStateException("it has to be kept until here");
            }
        }

        private static long used() {
            Runtime runtime = Runtime.getRuntime();
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }

    @Benchmark
    public Contract read(Heap heap) {
        Contract contract = ContractReader.read(document);
        heap.kept = new Object[] {contract};
        return contract;
    }

    @Benchmark
    public Engine readAndBuild(Heap heap) {
        Contract contract = ContractReader.read(document);
        Engine engine = Documents.engine(contract);
        heap.kept = new Object[] {contract, engine};
        return engine;
    }
}
