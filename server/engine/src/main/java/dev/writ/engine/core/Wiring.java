package dev.writ.engine.core;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.spi.ProblemMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether contract, code and settings fit together. */
final class Wiring {
    private final Contract contract;
    private final Settings settings;

    Wiring(Contract contract, Settings settings) {
        this.contract = contract;
        this.settings = settings;
    }

    List<Fault> faults(
            Set<String> handled, Set<String> authenticated, List<ProblemType> types, List<ProblemMapping<?>> mappings) {
        List<Fault> faults = new ArrayList<>();
        unknown(handled, "is handled").forEach(faults::add);
        unknown(settings.operationResponseChecks().keySet(), "has response checks of its own")
                .forEach(faults::add);
        unknown(settings.rateLimits().operations(), "has a rate limit")
                .map(fault -> Fault.inCode(fault.message() + ", which has " + operationIds()))
                .forEach(faults::add);
        authenticated.stream()
                .filter(scheme -> !contract.securitySchemes().containsKey(scheme))
                .sorted()
                .map(scheme -> Fault.inCode("there is an authenticator for the security scheme '" + scheme
                        + "', which is not in the contract"))
                .forEach(faults::add);
        for (Operation operation : contract.operations()) {
            if (settings.unimplemented() == Unimplemented.REFUSE_TO_START
                    && !handled.contains(operation.operationId())) {
                faults.add(new Fault(operation.place().location(), "nothing implements " + operation));
            }
            operation.security().stream()
                    .flatMap(requirement -> requirement.schemes().stream())
                    .flatMap(scheme -> unusable(scheme, authenticated).stream())
                    .forEach(faults::add);
        }
        faults.addAll(duplicates(types));
        faults.addAll(ExceptionMappings.faults(mappings));
        return faults.stream().distinct().toList();
    }

    private Stream<Fault> unknown(Set<String> operationIds, String what) {
        return operationIds.stream()
                .filter(id -> contract.operation(id).isEmpty())
                .sorted()
                .map(id -> Fault.inCode("the operation '" + id + "' " + what + ", but not in the contract"));
    }

    private String operationIds() {
        return contract.operations().stream()
                .map(Operation::operationId)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Optional<Fault> unusable(SecurityScheme scheme, Set<String> authenticated) {
        boolean certificate = scheme.fold(http -> false, apiKey -> false, bearer -> false, mutualTls -> true);
        if (certificate) {
            return Optional.of(new Fault(
                    scheme.place().location(),
                    "the security scheme '" + scheme.name()
                            + "' needs the client's certificate, which the transport does not have"));
        }
        return authenticated.contains(scheme.name())
                ? Optional.empty()
                : Optional.of(new Fault(
                        scheme.place().location(),
                        "the security scheme '" + scheme.name()
                                + "' has no authenticator: bind an Authenticator named \"" + scheme.name() + "\""));
    }

    private static List<Fault> duplicates(List<ProblemType> types) {
        Set<String> taken = new HashSet<>();
        ProblemType.STANDARD.forEach(type -> taken.add(type.uri()));
        return types.stream()
                .filter(type -> !taken.add(type.uri()))
                .map(type -> Fault.inCode("the problem type " + type.uri() + " is there twice"))
                .toList();
    }
}
