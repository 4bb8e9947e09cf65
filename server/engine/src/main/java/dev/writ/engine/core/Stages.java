package dev.writ.engine.core;

/** What a request goes through, in the order of {@link Stage}, and who is told of it. */
record Stages(
        MatchStage match,
        HeadStages head,
        CallStages call,
        ResponseCheck response,
        ErrorAnswers errors,
        Listeners listeners) {}
