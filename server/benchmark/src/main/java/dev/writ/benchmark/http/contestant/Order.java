package dev.writ.benchmark.http.contestant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Order}, as Java services bind it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
        String id,
        String number,
        String placedAt,
        String status,
        String currency,
        @Nullable String note,
        Customer customer,
        Address delivery,
        List<Item> items,
        double total) {

    Order withNumber(String other) {
        return new Order(id, other, placedAt, status, currency, note, customer, delivery, items, total);
    }

    int pieces() {
        return items.stream().mapToInt(Item::quantity).sum();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customer(String name, String email, @Nullable String phone) {}

    record Address(String street, String city, String postcode, String country) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String sku,
            String title,
            int quantity,
            double price,
            @Nullable Boolean gift,
            @Nullable List<String> tags,
            @Nullable String availableFrom) {}

    /** The contract's {@code Receipt}. */
    record Receipt(String number, int pieces, double total) {
        static Receipt of(Order order) {
            return new Receipt(order.number(), order.pieces(), order.total());
        }
    }

    /** The contract's {@code BatchReceipt}. */
    record BatchReceipt(int orders, int pieces) {
        static BatchReceipt of(List<Order> orders) {
            return new BatchReceipt(
                    orders.size(), orders.stream().mapToInt(Order::pieces).sum());
        }
    }
}
