package dev.writ.codegen;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The groups of operations of which openapi-generator makes one file each. Each operation is in two: that of its tag,
 * which becomes the interface, and one of its own, which becomes its responses.
 */
final class OperationGroups {
    private final Map<String, ApiOperation> responses = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();

    void add(String interfaceName, String tag, ApiOperation operation) {
        tags.put(interfaceName, tag);
        ApiOperation other = responses.put(operation.responseClass(), operation);
        if (other != null) {
            throw new IllegalArgumentException("The operations " + other.id() + " and " + operation.id()
                    + " would both be called " + operation.method());
        }
    }

    /** The operation whose responses are in this group, unless the group is a tag. */
    Optional<ApiOperation> responsesOf(String group) {
        return Optional.ofNullable(responses.get(group));
    }

    /** The tag of an interface, as the contract spells it. */
    String tag(String interfaceName) {
        return tags.getOrDefault(interfaceName, "");
    }
}
