package dev.writ.engine.core;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.security.SecurityEnforcer;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.ErrorRenderer;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.ProblemMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an {@link Engine} together and finds what does not fit: between contract and code nothing is guessed. */
public final class EngineBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(EngineBuilder.class);

    private final Contract contract;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Set<String> twice = new TreeSet<>();
    private final Map<String, Authenticator> authenticators = new HashMap<>();
    private final List<ProblemType> problemTypes = new ArrayList<>();
    private final List<ProblemMapping<?>> problemMappings = new ArrayList<>();
    private final List<OperationListener> listeners = new ArrayList<>();
    private ErrorRenderer errorRenderer = (problem, operation, accept) -> ProblemRenderer.content(problem);
    private Settings settings = Settings.DEFAULT;

    public EngineBuilder(Contract contract) {
        this.contract = contract;
    }

    /** What carries out the operation of that {@code operationId}; a second one is a fault. */
    public EngineBuilder on(String operationId, Handler handler) {
        if (handlers.putIfAbsent(operationId, handler) != null) {
            twice.add(operationId);
        }
        return this;
    }

    /** What judges credentials of the security scheme of that name. */
    public EngineBuilder authenticator(String scheme, Authenticator authenticator) {
        authenticators.put(scheme, authenticator);
        return this;
    }

    /** A type of problem that handlers answer: a local one is explained by a page. */
    public EngineBuilder problemType(ProblemType type) {
        problemTypes.add(type);
        return this;
    }

    /** What clients are told of an exception. */
    public EngineBuilder problemMapping(ProblemMapping<?> mapping) {
        problemMappings.add(mapping);
        return this;
    }

    /** What writes errors; by default {@code application/problem+json} (RFC 9457). */
    public EngineBuilder errorRenderer(ErrorRenderer renderer) {
        errorRenderer = renderer;
        return this;
    }

    /** Whoever wants to be told of every request and its answer. */
    public EngineBuilder listener(OperationListener listener) {
        listeners.add(listener);
        return this;
    }

    public EngineBuilder settings(Settings choice) {
        settings = choice;
        return this;
    }

    /**
     * Compiles what the contract says and checks that everything it needs is there. Warnings go to the log.
     *
     * @throws ContractException listing every fault: handlers and authenticators that are missing or too many,
     *     operations that cannot be told apart
     */
    public Engine build() {
        List<Fault> faults = new ArrayList<>(new Wiring(contract, settings)
                .faults(handlers.keySet(), authenticators.keySet(), problemTypes, problemMappings));
        twice.forEach(id -> faults.add(Fault.inCode("the operation '" + id + "' is handled twice")));
        Map<String, Route> routes = routes(faults);
        if (!faults.isEmpty()) {
            throw new ContractException(faults.stream().distinct().toList());
        }
        contract.warnings().forEach(warning -> LOG.warn("{}", warning));
        ErrorAnswers errors = new ErrorAnswers(errorRenderer);
        SecurityEnforcer security = new SecurityEnforcer(contract.title(), authenticators);
        return new Engine(new Stages(
                contract,
                routes,
                new HeadStages(security, settings),
                new CallStages(settings, new ExceptionMappings(problemMappings), errors),
                new ResponseCheck(settings),
                settings.compression().ofOperations(),
                settings.compression().ofDocuments(),
                errors,
                new Listeners(listeners),
                List.copyOf(problemTypes)));
    }

    /** By operationId; those that cannot be made add to {@code faults}. */
    private Map<String, Route> routes(List<Fault> faults) {
        Schemas references = new Schemas(contract);
        SchemaCompiler schemas = new CompiledSchemas(references, settings.schemaOptions());
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
        return routes;
    }
}
