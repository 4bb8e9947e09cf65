package dev.writ.benchmark.http.contestant;

import java.io.IOException;
import org.glassfish.jersey.server.ResourceConfig;

/** The application of {@link JerseyContestant} with the filters that are usual where the contract is to be kept. */
public final class NetworkntContestant {
    private NetworkntContestant() {}

    public static void main(String[] arguments) throws IOException {
        Choice choice = Choice.of(arguments);
        OrderSchemas schemas = new OrderSchemas();
        ResourceConfig application =
                JerseyServer.application().register(new KeyFilter()).register(new RequestFilter(schemas));
        if (choice.checked()) {
            application.register(new AnswerInterceptor(schemas));
        }
        JerseyServer.start(choice.port(), application);
    }
}
