package dev.writ.benchmark.http.contestant;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.concurrent.ExecutionException;

/** The OpenAPI router of Vert.x: as many instances as there are processors, each with its own event loop. */
public final class VertxContestant {
    private VertxContestant() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        Choice choice = Choice.of(arguments);
        Vertx vertx = Vertx.vertx();
        DeploymentOptions everyProcessor =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        OpenAPIContract.from(vertx, Choice.CONTRACT)
                .compose(contract -> vertx.deployVerticle(() -> new VertxOrders(contract, choice), everyProcessor))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
