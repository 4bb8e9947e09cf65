package dev.writ.benchmark;

import dev.writ.engine.core.Engine;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import java.lang.ref.Reference;

/** What a document's contract, and the engine for it, keep in the heap of a JVM that does nothing else. */
public final class Heap {
    private Heap() {}

    public static void main(String[] arguments) {
        // The classes and constants that every document needs.
        Documents.engine(Orders.contract());
        long before = used();
        Contract contract = ContractReader.read(arguments[0]);
        long read = used();
        Engine engine = Documents.engine(contract);
        try {
            long built = used();
            System.out.println(
                    kilobytes(read - before) + " KB the contract, " + kilobytes(built - read) + " KB more the engine");
        } finally {
            Reference.reachabilityFence(contract);
            Reference.reachabilityFence(engine);
        }
    }

    private static long kilobytes(long bytes) {
        return Math.round(bytes / 1024.0);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
