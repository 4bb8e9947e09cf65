package dev.writ.engine.match;

import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the operation for a method and a path (OpenAPI 3.1, section 4.8.8.2) in one contract or several, under any of the
 * base paths that its {@code servers} give it. From the left, and in whatever order they were written, a literal segment wins
 * over one with text and variables, and that over a variable alone; where that way ends nowhere, the next is tried. Slashes
 * are significant, also at the end. HEAD means GET where the contract has no HEAD (RFC 9110, section 9.3.2).
 *
 * <p>A path costs a look-up by hash for each of its segments, however many operations there are. Immutable.
 */
public final class OperationMatcher {
    private final Node root = new Node();
    private final int contracts;

    /**
     * For the operations of each contract.
     *
     * @throws ContractException if two have the same method and path
     */
    public OperationMatcher(List<List<Operation>> contracts) {
        this.contracts = contracts.size();
        List<Fault> faults = new ArrayList<>();
        for (int contract = 0; contract < contracts.size(); contract++) {
            for (Operation operation : contracts.get(contract)) {
                Set<String> shapes = new HashSet<>();
                for (String base : operation.basePaths()) {
                    PathTemplate path = PathTemplate.parse(
                            base + operation.path().text(),
                            literal -> PercentEncoding.decodeWritten(literal).orElse(literal));
                    if (shapes.add(path.shape())) {
                        add(contract, operation, path).ifPresent(faults::add);
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new ContractException(faults.stream().distinct().toList());
        }
    }

    private Optional<Fault> add(int contract, Operation operation, PathTemplate path) {
        Node node = root;
        for (PathTemplate.Segment segment : path.segments()) {
            node = node.descend(segment);
        }
        Target target = new Target(
                operation, path.segments().size() - operation.path().segments().size());
        Optional<Target> other = node.leaves().stream()
                .flatMap(leaf -> Optional.ofNullable(leaf.targets().get(operation.method())).stream())
                .findFirst();
        if (other.isEmpty()) {
            node.targets(contract).put(operation.method(), target);
        }
        return other.map(Target::operation)
                .map(twin -> new Fault(
                        operation.place().location(),
                        operation + ", as " + path.text() + ", cannot be told from " + twin + " at "
                                + twin.place().location()));
    }

    /** What a path means. */
    public Match match(String method, RequestPath path) {
        return new Search(method, path, contracts).from(root);
    }

    /** How many nodes that takes. */
    int steps(String method, RequestPath path) {
        Search search = new Search(method, path, contracts);
        search.from(root);
        return search.visited();
    }
}
