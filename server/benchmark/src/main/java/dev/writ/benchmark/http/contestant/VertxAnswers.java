package dev.writ.benchmark.http.contestant;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;

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
        Operation operation = context.currentRoute().getMetadata(RouterBuilder.KEY_META_DATA_OPERATION);
        validator
                .validate(ValidatableResponse.create(status, content, JSON), operation.getOperationId())
                .compose(valid -> valid.send(context.response()))
                .onFailure(context::fail);
    }

    /** The router has chosen the status: 400 for what is invalid, 401 without a key. */
    static void refuse(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode();
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
