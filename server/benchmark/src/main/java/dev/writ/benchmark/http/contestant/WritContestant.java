package dev.writ.benchmark.http.contestant;

import dev.writ.engine.Writ;
import dev.writ.engine.core.ResponseChecks;
import java.io.IOException;

/** This engine, with a resource such as the generator asks for. */
public final class WritContestant {
    private WritContestant() {}

    public static void main(String[] arguments) throws IOException {
        Choice choice = Choice.of(arguments);
        Writ.contract(Choice.CONTRACT)
                .resources(choice.blocking() ? OrdersResource.OnWorkers.class : OrdersResource.OnReaders.class)
                .authenticator("ApiKey", new ApiKeys(choice.blocking()))
                .responseChecks(choice.checked() ? ResponseChecks.ENFORCE : ResponseChecks.OFF)
                .listen(Choice.HOST, choice.port())
                .start();
    }
}
