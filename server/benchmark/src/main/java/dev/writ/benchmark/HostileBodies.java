package dev.writ.benchmark;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a body of a mebibyte may cost at worst: the time of the processor to read and to check it, for every schema of a body
 * in a document and for every place where it lets a value grow. Without a document the schemas are hostile too.
 */
public final class HostileBodies {
    private static final double LOOK_AGAIN_ABOVE = 40;
    private static final int AGAIN = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final JsonReader READER = new JsonReader(JsonLimits.DEFAULT);

    private record Cost(String operation, String body, double read, double check) {
        double sum() {
            return read + check;
        }

        @Override
        public String toString() {
            return "%6.1f ms = read %5.1f + check %5.1f  %s: %s".formatted(sum(), read, check, operation, body);
        }
    }

    private HostileBodies() {}

    public static void main(String[] files) throws IOException {
        warmUp();
        if (files.length == 0) {
            Path file = Files.createTempFile("hostile", ".json");
            Files.writeString(file, HostileSchemas.document());
            report("hostile schemas", ContractReader.read(file.toString()));
            Files.delete(file);
        }
        for (String file : files) {
            report(file, ContractReader.read(file));
        }
    }

    private static void warmUp() {
        Contract contract = Orders.contract();
        for (int i = 0; i < 3; i++) {
            costs(contract);
        }
    }

    private static void report(String name, Contract contract) {
        List<Cost> costs = costs(contract);
        costs.sort(Comparator.comparingDouble(Cost::sum).reversed());
        System.out.println(name + ": " + costs.size() + " bodies of 1 MiB, the most expensive:");
        costs.stream().limit(20).forEach(cost -> System.out.println("  " + cost));
    }

    private static List<Cost> costs(Contract contract) {
        List<Cost> costs = new ArrayList<>();
        Schemas schemas = new Schemas(contract);
        CompiledSchemas compiled = new CompiledSchemas(schemas, SchemaOptions.DEFAULT);
        Set<SchemaNode> done = new HashSet<>();
        for (Operation operation : contract.operations()) {
            operation.requestBody().stream()
                    .flatMap(body -> body.content().stream())
                    .filter(content -> content.mediaType().endsWith("json"))
                    .map(MediaTypeObject::schema)
                    .flatMap(Optional::stream)
                    .map(schemas::resolved)
                    .filter(done::add)
                    .forEach(schema -> {
                        SchemaChecker checker = compiled.compile(schema, Direction.REQUEST);
                        for (Growth.Body body : Growth.bodies(schemas, schema)) {
                            costs.add(cost(operation.operationId(), checker, body));
                        }
                    });
        }
        return costs;
    }

    /** The lowest of several, once it matters: whatever else the machine does is not the body's cost. */
    private static Cost cost(String operation, SchemaChecker checker, Growth.Body body) {
        byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
        Cost lowest = once(operation, checker, body.name(), bytes);
        for (int i = 0; i < AGAIN && lowest.sum() > LOOK_AGAIN_ABOVE; i++) {
            Cost again = once(operation, checker, body.name(), bytes);
            lowest = again.sum() < lowest.sum() ? again : lowest;
        }
        return lowest;
    }

    private static Cost once(String operation, SchemaChecker checker, String body, byte[] bytes) {
        long start = THREADS.getCurrentThreadCpuTime();
        var read = READER.read(bytes);
        long half = THREADS.getCurrentThreadCpuTime();
        read.fold(checker::check, errors -> errors);
        long end = THREADS.getCurrentThreadCpuTime();
        return new Cost(operation, body, (half - start) / 1e6, (end - half) / 1e6);
    }
}
