package dev.writ.engine.core;

import dev.writ.engine.model.Contract;
import java.util.Map;

/**
 * What a request goes through, in the order of {@link Stage}, once {@link MatchStage} has said which contract it is for.
 *
 * @param routes by operationId
 */
record Stages(Contract contract, Map<String, Route> routes, HeadStages head, CallStages call) {

    /** The same, but for answers outside the contract, which are all refused. */
    Stages enforcing() {
        return new Stages(contract, routes, head, call.enforcing());
    }
}
