package dev.writ.service;

import ch.qos.logback.core.joran.spi.ConsoleTarget;
import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.server.ServerSettings;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.service.configuration.Configuration;
import dev.writ.service.configuration.ConfigurationOptions;
import dev.writ.service.configuration.EffectiveConfiguration;
import dev.writ.service.database.Database;
import dev.writ.service.health.HealthResource;
import dev.writ.service.task.TaskResource;
import dev.writ.service.user.DemoUserWarning;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service. {@link Commands} has the ways in which that, and every other command, can fail. */
@Command(name = "writ-service", description = "Starts the to-do service.")
public final class Main implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private final ConfigurationOptions options;
    private final Shutdown shutdown;

    @Option(names = "--migrate-only", description = "brings the database to the current schema, and ends")
    private boolean migrateOnly;

    Main(ConfigurationOptions options, Shutdown shutdown) {
        this.options = options;
        this.shutdown = shutdown;
    }

    public static void main(String[] args) {
        int status = Commands.execute(System.getenv(), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Returns when the service runs; its threads keep the process alive. */
    @Override
    public Integer call() throws IOException {
        EffectiveConfiguration effective = options.read();
        Configuration configuration = effective.configuration();
        Logging.start(configuration, ConsoleTarget.SystemOut);
        LOG.info("The configuration:\n{}", effective.description());
        if (migrateOnly) {
            Database.migrate(configuration.database());
        } else {
            serve(configuration);
        }
        return 0;
    }

    private void serve(Configuration configuration) throws IOException {
        Database database = shutdown.closing(Database.open(configuration.database()));
        StopNotice stopNotice = new StopNotice(configuration.shutdownDelay());
        WritServer server = shutdown.closing(Writ.contract("openapi.yaml")
                .resources(TaskResource.class, HealthResource.class)
                .bind(new ServiceBinder(database, stopNotice))
                .unknownQueryParameters(UnknownQueryParameters.REFUSE)
                .responseChecks(configuration.responseChecks())
                .shutdownGrace(configuration.shutdownDeadline())
                .server(configuration.tls().map(ServerSettings.DEFAULT::withTls).orElse(ServerSettings.DEFAULT))
                .trustedProxies(configuration.trustedProxies())
                .rateLimits(configuration.rateLimits())
                .listen(configuration.host(), configuration.port())
                .start());
        shutdown.closing(stopNotice::give);
        server.service(DemoUserWarning.class).log();
        LOG.info("Listening on {}", server.uri());
    }
}
