package dev.writ.engine.core;

import dev.writ.engine.docs.Documents;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.schema.lint.SchemaCheck;
import dev.writ.engine.security.SecurityEnforcer;
import dev.writ.engine.spi.Authenticator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an {@link Engine} together and finds what does not fit: between contract and code nothing is guessed. */
public final class EngineBuilder {
    private final Contract contract;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<String, Authenticator> authenticators = new HashMap<>();
    private Settings settings = Settings.DEFAULT;

    public EngineBuilder(Contract contract) {
        this.contract = contract;
    }

    /** What carries out the operation of that {@code operationId}. */
    public EngineBuilder on(String operationId, Handler handler) {
        handlers.put(operationId, handler);
        return this;
    }

    /** What judges credentials of the security scheme of that name. */
    public EngineBuilder authenticator(String scheme, Authenticator authenticator) {
        authenticators.put(scheme, authenticator);
        return this;
    }

    public EngineBuilder settings(Settings choice) {
        settings = choice;
        return this;
    }

    /**
     * Compiles what the contract says and checks that everything it needs is there.
     *
     * @throws ContractException listing every fault: schemas, handlers and authenticators that are missing or too many
     */
    public Engine build() {
        List<Fault> faults = new ArrayList<>(SchemaCheck.check(contract).faults());
        if (!faults.isEmpty()) {
            throw new ContractException(faults);
        }
        faults.addAll(wiringFaults());
        Schemas references = new Schemas(contract);
        SchemaCompiler schemas = new CompiledSchemas(references, SchemaOptions.DEFAULT);
        Map<String, Route> routes = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            try {
                Optional<Handler> handler = Optional.ofNullable(handlers.get(operation.operationId()));
                routes.put(
                        operation.operationId(), Route.of(contract, operation, schemas, references, settings, handler));
            } catch (ContractException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new ContractException(faults.stream().distinct().toList());
        }
        return new Engine(
                routes, new SecurityEnforcer(contract.title(), authenticators), new Documents(contract), settings);
    }

    private List<Fault> wiringFaults() {
        List<Fault> faults = new ArrayList<>();
        handlers.keySet().stream()
                .filter(id -> contract.operation(id).isEmpty())
                .sorted()
                .forEach(id ->
                        faults.add(Fault.inCode("the operation '" + id + "' is handled, but not in the contract")));
        for (Operation operation : contract.operations()) {
            if (settings.unimplemented() == Unimplemented.REFUSE_TO_START
                    && !handlers.containsKey(operation.operationId())) {
                faults.add(new Fault(operation.place().location(), "no resource implements " + operation));
            }
            operation.security().stream()
                    .flatMap(requirement -> requirement.schemes().stream())
                    .filter(scheme -> !authenticators.containsKey(scheme.name()))
                    .forEach(scheme -> faults.add(missing(scheme)));
        }
        return faults.stream().distinct().toList();
    }

    private static Fault missing(SecurityScheme scheme) {
        return new Fault(
                scheme.place().location(),
                "the security scheme '" + scheme.name() + "' has no authenticator: bind an Authenticator named \""
                        + scheme.name() + "\"");
    }
}
