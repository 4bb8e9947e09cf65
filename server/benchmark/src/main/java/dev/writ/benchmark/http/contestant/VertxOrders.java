package dev.writ.benchmark.http.contestant;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.AuthenticationProvider;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.APIKeyHandler;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The operations as Vert.x has them: values are its own JSON, as its guide says. */
final class VertxOrders extends VerticleBase {
    private final OpenAPIContract contract;
    private final Choice choice;
    private Map<String, Object> stored = Map.of();

    VertxOrders(OpenAPIContract contract, Choice choice) {
        this.contract = contract;
        this.choice = choice;
    }

    @Override
    public Future<?> start() {
        stored = vertx.fileSystem()
                .readFileBlocking("http/order.json")
                .toJsonObject()
                .getMap();
        VertxAnswers answers = new VertxAnswers(vertx, contract, choice.checked());
        RouterBuilder routes = RouterBuilder.create(vertx, contract);
        routes.security("ApiKey").apiKeyHandler(APIKeyHandler.create(keys()));
        routes.getRoute("getOrder").addHandler(context -> answers.send(context, 200, find(context)));
        routes.getRoute("createOrder").addHandler(context -> answers.send(context, 201, take(context)));
        routes.getRoute("createOrders").addHandler(context -> answers.send(context, 201, takeAll(context)));
        routes.getRoutes().forEach(route -> route.addFailureHandler(VertxAnswers::refuse));
        return vertx.createHttpServer().requestHandler(routes.createRouter()).listen(choice.port(), Choice.HOST);
    }

    private static AuthenticationProvider keys() {
        return credentials ->
                credentials instanceof TokenCredentials key && key.getToken().equals(Choice.KEY)
                        ? Future.succeededFuture(User.fromName("shop"))
                        : Future.failedFuture("unknown key");
    }

    private JsonObject find(RoutingContext context) {
        String number = Objects.requireNonNull(
                        request(context).getPathParameters().get("number"))
                .getString();
        return new JsonObject(new LinkedHashMap<>(stored)).put("number", number);
    }

    private static JsonObject take(RoutingContext context) {
        JsonObject order = request(context).getBody().getJsonObject();
        return new JsonObject()
                .put("number", order.getString("number"))
                .put("pieces", pieces(order))
                .put("total", order.getDouble("total"));
    }

    private static JsonObject takeAll(RoutingContext context) {
        JsonArray orders = request(context).getBody().getJsonArray();
        int pieces = 0;
        for (int i = 0; i < orders.size(); i++) {
            pieces += pieces(orders.getJsonObject(i));
        }
        return new JsonObject().put("orders", orders.size()).put("pieces", pieces);
    }

    private static int pieces(JsonObject order) {
        JsonArray items = order.getJsonArray("items");
        int pieces = 0;
        for (int i = 0; i < items.size(); i++) {
            pieces += items.getJsonObject(i).getInteger("quantity");
        }
        return pieces;
    }

    private static ValidatedRequest request(RoutingContext context) {
        return context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    }
}
