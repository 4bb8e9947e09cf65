package dev.writ.benchmark.http.contestant;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Map;

/** The schemas of the contract as networknt compiles them, formats asserted, by the resource's methods. */
final class OrderSchemas {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Schema number = schema("Number");
    private final Map<String, Schema> requests =
            Map.of("createOrder", schema("Order"), "createOrders", schema("Orders"));
    private final Map<String, Schema> answers = Map.of(
            "getOrder", schema("Order"), "createOrder", schema("Receipt"), "createOrders", schema("BatchReceipt"));

    Schema number() {
        return number;
    }

    Schema request(String method) {
        return of(requests, method);
    }

    Schema answer(String method) {
        return of(answers, method);
    }

    private static Schema of(Map<String, Schema> schemas, String method) {
        Schema schema = schemas.get(method);
        if (schema == null) {
            throw new IllegalArgumentException("no schema for " + method);
        }
        return schema;
    }

    private Schema schema(String name) {
        Schema schema =
                registry.getSchema(SchemaLocation.of("classpath:" + Choice.CONTRACT + "#/components/schemas/" + name));
        schema.initializeValidators();
        return schema;
    }
}
