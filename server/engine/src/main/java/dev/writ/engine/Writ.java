package dev.writ.engine;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Compression;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Engines;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.core.StreamSettings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.handler.Handlers;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.jersey.JerseyApplication;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.server.ServerSettings;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.engine.validate.form.UploadLimits;
import dev.writ.engine.validate.json.JsonLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glassfish.hk2.utilities.Binder;

/**
 * A service from a contract: name the document, the resources that implement the generated interfaces and the binder of
 * what they need, and start. Not thread-safe; the service it starts is.
 */
public final class Writ {
    private final Contract contract;
    private final List<Class<?>> resources = new ArrayList<>();
    private final List<Binder> binders = new ArrayList<>();
    private final List<Consumer<EngineBuilder>> handlers = new ArrayList<>();
    private final List<Writ> others = new ArrayList<>();
    private Settings settings = Settings.DEFAULT;
    private String host = "127.0.0.1";
    private int port = 8080;
    private TrustedProxies trustedProxies = TrustedProxies.NONE;
    private ServerSettings server = ServerSettings.DEFAULT;
    private Duration shutdownGrace = Duration.ofSeconds(10);

    private Writ(Contract contract) {
        this.contract = contract;
    }

    /**
     * Reads the OpenAPI document, from the class path or else from a file.
     *
     * @throws ContractException listing every fault of the document with file and line
     */
    public static Writ contract(String name) {
        return new Writ(ContractReader.read(name));
    }

    /** A service from a contract that a {@link dev.writ.engine.parse.ContractLoader} has loaded, strictly or from elsewhere. */
    public static Writ contract(Contract contract) {
        return new Writ(contract);
    }

    /** All that may be chosen about the engine at once, in place of what was chosen before. */
    public Writ settings(Settings choice) {
        settings = choice;
        return this;
    }

    /** Classes that implement generated interfaces; each becomes one instance, made by HK2. */
    public Writ resources(Class<?>... classes) {
        resources.addAll(List.of(classes));
        return this;
    }

    /**
     * A function that carries out the operation of that {@code operationId}: for operations without a resource.
     *
     * <pre>{@code
     * Writ.contract("pets.yaml").on("getPet", request -> pets.get(request.path("petId").asLong()))
     * }</pre>
     */
    public Writ on(String operationId, OperationHandler handler) {
        handlers.add(builder -> builder.on(operationId, Handlers.of(handler)));
        return this;
    }

    /** What judges credentials of the security scheme of that name; one that is bound to the name does as well. */
    public Writ authenticator(String scheme, Authenticator authenticator) {
        handlers.add(builder -> builder.authenticator(scheme, authenticator));
        return this;
    }

    /** What the resources need, and an {@code Authenticator} named after each security scheme. */
    public Writ bind(Binder binder) {
        binders.add(binder);
        return this;
    }

    /** By default operations that nothing implements keep the service from starting. */
    public Writ unimplemented(Unimplemented choice) {
        settings = settings.withUnimplemented(choice);
        return this;
    }

    /** By default they are ignored. */
    public Writ unknownQueryParameters(UnknownQueryParameters choice) {
        settings = settings.withUnknownQueryParameters(choice);
        return this;
    }

    /** By default answers that are not what the contract declares are reported in the log. */
    public Writ responseChecks(ResponseChecks choice) {
        settings = settings.withResponseChecks(choice);
        return this;
    }

    /** For one operation, whatever holds for the others. */
    public Writ responseChecks(String operationId, ResponseChecks choice) {
        settings = settings.withResponseChecks(operationId, choice);
        return this;
    }

    /** How schemas are applied: formats, read-only properties, defaults; see {@link SchemaOptions#DEFAULT}. */
    public Writ schemaOptions(SchemaOptions choice) {
        settings = settings.withSchemaOptions(choice);
        return this;
    }

    /** The bounds on JSON bodies, each refused with 400 beyond; see {@link JsonLimits#DEFAULT}. */
    public Writ jsonLimits(JsonLimits limits) {
        settings = settings.withJsonLimits(limits);
        return this;
    }

    /** The bounds on bodies that need not fit into memory: multipart, and octets; see {@link UploadLimits#DEFAULT}. */
    public Writ uploads(UploadLimits limits) {
        settings = settings.withUploads(limits);
        return this;
    }

    /** The largest request body of any other kind that is taken, in bytes; by default 1 MiB. */
    public Writ maxBodySize(int bytes) {
        settings = settings.withMaxBodySize(bytes);
        return this;
    }

    /** Which content is coded: by default that of requests, as clients like, and of the engine's documents. */
    public Writ compression(Compression choice) {
        settings = settings.withCompression(choice);
        return this;
    }

    /** How content that is a sequence of items is taken and sent; see {@link StreamSettings#DEFAULT}. */
    public Writ streams(StreamSettings choice) {
        settings = settings.withStreams(choice);
        return this;
    }

    /** How often clients may ask for what, beyond which they are answered with 429; by default there are no limits. */
    public Writ rateLimits(RateLimits limits) {
        settings = settings.withRateLimits(limits);
        return this;
    }

    /** By default 127.0.0.1 and 8080; port 0 takes any that is free. */
    public Writ listen(String address, int number) {
        host = address;
        port = number;
        return this;
    }

    /** What proxies in front of the service say of a request; by default nobody is believed. */
    public Writ trustedProxies(TrustedProxies proxies) {
        trustedProxies = proxies;
        return this;
    }

    /** Bounds of connections, and of the time that clients may take. */
    public Writ server(ServerSettings choice) {
        server = choice;
        return this;
    }

    /** How long, when the service is closed, requests that run may go on; by default ten seconds. */
    public Writ shutdownGrace(Duration longest) {
        shutdownGrace = longest;
        return this;
    }

    /**
     * Another contract in the same service, with its own resources, binders and settings; where to listen, the
     * proxies and the grace are those of this one. Requests find their way as {@link Engines} says.
     *
     * @throws IllegalArgumentException if it is this one, or has it already
     */
    public Writ and(Writ other) {
        if (other.all().anyMatch(this::equals)) {
            throw new IllegalArgumentException("a contract beside itself");
        }
        others.add(other);
        return this;
    }

    /**
     * Connects everything and opens the port.
     *
     * @throws ContractException listing everything between contracts and code that does not fit
     * @throws IOException if the port cannot be had
     */
    public WritServer start() throws IOException {
        Assembly assembly = Assembly.of(all());
        Application application = assembly.application();
        Application behindProxies = request -> application.begin(trustedProxies.seen(request));
        try {
            return new WritServer(
                    GrizzlyServer.start(host, port, behindProxies, server, shutdownGrace), assembly.applications());
        } catch (IOException | RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    /**
     * Connects everything and opens no port: for tests. Answers outside the contracts are failures here, whatever was chosen.
     *
     * @throws ContractException listing everything between contracts and code that does not fit
     */
    public TestClient testClient() {
        Assembly assembly = Assembly.of(all());
        return TestClient.of(assembly.engines(), assembly::close);
    }

    private Stream<Writ> all() {
        return Stream.concat(Stream.of(this), others.stream().flatMap(Writ::all));
    }

    JerseyApplication application() {
        return new JerseyApplication(contract, resources, binders);
    }

    Engine engine(JerseyApplication application) {
        EngineBuilder builder = new EngineBuilder(contract).settings(settings);
        application.connect(builder);
        handlers.forEach(handler -> handler.accept(builder));
        Engine engine = builder.build();
        StartReport.log(contract, engine);
        return engine;
    }
}
