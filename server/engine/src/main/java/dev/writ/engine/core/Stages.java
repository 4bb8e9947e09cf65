package dev.writ.engine.core;

import dev.writ.engine.model.Contract;
import dev.writ.engine.problem.ProblemType;
import java.util.List;
import java.util.Map;

/**
 * What a request goes through, in the order of {@link Stage}, once {@link MatchStage} has said which contract it is for.
 *
 * @param routes by operationId
 * @param coding how the content of its answers is coded
 * @param documents how the content of the engine's documents is coded
 * @param errors how its errors are written
 * @param problemTypes those of the application
 */
record Stages(
        Contract contract,
        Map<String, Route> routes,
        HeadStages head,
        CallStages call,
        ResponseCheck response,
        AnswerCoding coding,
        AnswerCoding documents,
        ErrorAnswers errors,
        Listeners listeners,
        List<ProblemType> problemTypes) {

    /** The same, but for answers outside the contract, which are all refused. */
    Stages enforcing() {
        return new Stages(
                contract,
                routes,
                head,
                call,
                ResponseCheck.enforcing(),
                coding,
                documents,
                errors,
                listeners,
                problemTypes);
    }
}
