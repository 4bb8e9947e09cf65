package dev.writ.engine;

import dev.writ.engine.core.Engine;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at start what the contract has and what of it is there. */
final class StartReport {
    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private StartReport() {}

    static void log(Contract contract, Engine engine) {
        long implemented =
                contract.operations().stream().filter(engine::isImplemented).count();
        LOG.info(
                "{} {} ({}): {} operations, {} implemented, {} missing",
                contract.title(),
                contract.version(),
                contract.file(),
                contract.operations().size(),
                implemented,
                contract.operations().size() - implemented);
        for (Operation operation : contract.operations()) {
            LOG.info(
                    "  {} {} {}: {}",
                    String.format("%-7s", operation.method()),
                    operation.path().text(),
                    operation.operationId(),
                    engine.isImplemented(operation) ? "implemented" : "missing");
        }
    }
}
