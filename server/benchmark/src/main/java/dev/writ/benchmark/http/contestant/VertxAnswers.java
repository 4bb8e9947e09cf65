package dev.writ.benchmark.http.contestant;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import io.vertx.openapi.validation.ValidatorException;

/** Sends what operations answer, through the response validator of Vert.x where answers are checked. */
final class VertxAnswers {
    private static final String JSON = "application/json";

    private final ResponseValidator validator;
    private final boolean checked;

    VertxAnswers(Vertx vertx, OpenAPIContract contract, boolean checked) {
        this.validator = ResponseValidator.create(vertx, contract);
        this.checked = checked;
    }

    void send(RoutingContext context, int status, JsonObject value) {
        Buffer content = value.toBuffer();
        if (!checked) {
            end(context, status, content);
            return;
        }
        String operation = context.currentRoute().getMetadata(RouterBuilder.KEY_META_DATA_OPERATION);
        validator
                .validate(ValidatableResponse.create(status, content, JSON), operation)
                .compose(valid -> valid.send(context.response()))
                .onFailure(context::fail);
    }

    /** Invalid requests are 400 with what was wrong; what Vert.x has given a status keeps it. */
    static void refuse(RoutingContext context) {
        Throwable failure = context.failure();
        int status = failure instanceof ValidatorException ? 400 : Math.max(context.statusCode(), 400);
        JsonObject problem = new JsonObject().put("status", status);
        end(
                context,
                status,
                problem.put("detail", failure == null ? null : failure.getMessage())
                        .toBuffer());
    }

    private static void end(RoutingContext context, int status, Buffer content) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", JSON)
                .end(content)
                .onFailure(context::fail);
    }
}
