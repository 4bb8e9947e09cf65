package dev.writ.benchmark.http.contestant;

import dev.writ.api.NonBlocking;
import java.util.List;

/** The operations as this engine has them. */
class OrdersResource implements OrdersApi {
    private final Desk desk = new Desk();

    @Override
    public Answer getOrder(String number) {
        return new Answer(200, desk.find(number));
    }

    @Override
    public Answer createOrder(Order body) {
        return new Answer(201, Order.Receipt.of(body));
    }

    @Override
    public Answer createOrders(List<Order> body) {
        return new Answer(201, Order.BatchReceipt.of(body));
    }

    /** Answered by the threads that read. */
    @NonBlocking
    static final class OnReaders extends OrdersResource {}

    /** Answered by workers, as operations that wait for a database are. */
    static final class OnWorkers extends OrdersResource {}
}
