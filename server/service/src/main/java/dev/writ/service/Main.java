package dev.writ.service;

import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseOpenException;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.health.HealthResource;
import dev.writ.service.task.TaskResource;
import dev.writ.service.user.DemoUserWarning;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the service; bad configuration or a bad contract ends it with status 2, everything that is wrong on standard error. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /** Takes no arguments: see {@link Configuration}. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            start(Configuration.from(System.getenv()));
        } catch (ConfigurationException | ContractException | DatabaseOpenException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void start(Configuration configuration) throws IOException {
        Database database = Database.open(DatabaseSettings.of(configuration.databaseUrl()));
        WritServer server = Writ.contract("openapi.yaml")
                .resources(TaskResource.class, HealthResource.class)
                .bind(new ServiceBinder(database))
                .unknownQueryParameters(UnknownQueryParameters.REFUSE)
                .responseChecks(configuration.responseChecks())
                .listen(configuration.host(), configuration.port())
                .start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            database.close();
                        },
                        "shutdown"));
        server.service(DemoUserWarning.class).log();
        LOG.info("Listening on {}", server.uri());
    }
}
