package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] LARGE = "0123456789abcdef".repeat(200_000).getBytes(UTF_8);
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'200': {description: text, content: {application/octet-stream: {}}}}}}
            """;

    private static final byte[] REQUEST = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".getBytes(UTF_8);

    @TempDir
    static Path folder;

    @BeforeAll
    static void keys() throws Exception {
        for (String kind : new String[] {"RSA", "EC", "Ed25519"}) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "a",
                            "-keyalg",
                            kind,
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            folder.resolve(kind + ".p12").toString(),
                            "-storepass",
                            "changeit")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
            assertThat(keytool.waitFor()).as(said).isZero();
            KeyStore store = store(kind);
            write(kind + ".crt", "CERTIFICATE", store.getCertificate("a").getEncoded());
            write(kind + ".key", "PRIVATE KEY", ((PrivateKey) store.getKey("a", PASSWORD)).getEncoded());
        }
        write("old.key", "RSA PRIVATE KEY", new byte[] {1});
        Files.writeString(folder.resolve("nothing.pem"), "nothing\n");
    }

    private static KeyStore store(String kind) throws Exception {
        return KeyStore.getInstance(folder.resolve(kind + ".p12").toFile(), PASSWORD);
    }

    private static void write(String name, String label, byte[] octets) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }

    private static GrizzlyServer start(Tls tls) throws IOException {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on(
                        "a",
                        call -> Response.of(200, "application/octet-stream", LARGE)
                                .withHeader("Link", "<" + call.request().base() + ">; rel=\"up\""))
                .build();
        return GrizzlyServer.start("127.0.0.1", 0, engine, ServerSettings.DEFAULT.withTls(tls), Duration.ofSeconds(1));
    }

    private static SSLContext trusting(String kind) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (String name : kind.equals("both") ? List.of("EC", "RSA") : List.of(kind)) {
            trusted.setCertificateEntry(name, store(name).getCertificate("a"));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void a_pair_of_files_encrypts(String kind) throws Exception {
        try (GrizzlyServer server = start(Tls.pem(folder.resolve(kind + ".crt"), folder.resolve(kind + ".key")))) {
            assertServes(server, kind);
        }
    }

    @Test
    void a_key_store_encrypts() throws Exception {
        try (GrizzlyServer server = start(Tls.keyStore(folder.resolve("RSA.p12"), PASSWORD))) {
            assertServes(server, "RSA");
        }
    }

    private static void assertServes(GrizzlyServer server, String kind) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(kind)).build();
        assertThat(server.uri()).hasScheme("https");
        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/a"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(LARGE);
            assertThat(response.headers().firstValue("Link"))
                    .contains("<https://localhost:" + server.port() + "/>; rel=\"up\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, true", "TLSv1.3, true", "TLSv1.1, false", "TLSv1, false"})
    void old_versions_are_not_spoken(String version, boolean spoken) throws Exception {
        // JDKs switch them off by themselves: here they are on, and the server is to refuse.
        String off = java.security.Security.getProperty("jdk.tls.disabledAlgorithms");
        java.security.Security.setProperty("jdk.tls.disabledAlgorithms", "");
        try (GrizzlyServer server = start(Tls.keyStore(folder.resolve("RSA.p12"), PASSWORD));
                SSLSocket socket =
                        (SSLSocket) trusting("RSA").getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.setEnabledProtocols(new String[] {version});
            if (spoken) {
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            } else {
                assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
            }
        } finally {
            java.security.Security.setProperty("jdk.tls.disabledAlgorithms", off);
        }
    }

    /** An SSLSocket whose peer has not closed TLS before TCP does not end, but fails. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void the_end_of_the_last_answer_is_the_end_of_tls_too(String version) throws Exception {
        try (GrizzlyServer server = start(Tls.pem(folder.resolve("EC.crt"), folder.resolve("EC.key")));
                SSLSocket socket = connect(server, version)) {
            socket.getOutputStream().write("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(answer.length).isGreaterThan(LARGE.length);
            assertThat(Arrays.copyOfRange(answer, answer.length - LARGE.length, answer.length))
                    .isEqualTo(LARGE);
        }
    }

    @Test
    void a_client_does_not_begin_anew() throws Exception {
        try (GrizzlyServer server = start(Tls.pem(folder.resolve("RSA.crt"), folder.resolve("RSA.key")));
                SSLSocket socket = connect(server, "TLSv1.2")) {
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        socket.getOutputStream().write(REQUEST);
                        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
                        throw new SocketException("the end");
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    /** After the first handshake. */
    private static SSLSocket connect(GrizzlyServer server, String version) throws Exception {
        SSLSocket socket = (SSLSocket) trusting(version.equals("TLSv1.3") ? "EC" : "both")
                .getSocketFactory()
                .createSocket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    @Test
    void who_does_not_encrypt_is_shown_out() throws Exception {
        try (GrizzlyServer server = start(Tls.keyStore(folder.resolve("EC.p12"), PASSWORD));
                RawClient client = new RawClient(server.port())) {
            client.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
            assertThat(new String(client.rest(), UTF_8)).doesNotContain("HTTP");
            assertServes(server, "EC");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA.crt, EC.key, is not that of the first certificate",
        "RSA.crt, old.key, openssl pkcs8 -topk8",
        "RSA.crt, nothing.pem, has no private key",
        "nothing.pem, RSA.key, nothing.pem",
        "RSA.crt, missing.key, missing.key",
        "RSA.crt, RSA.crt, has no private key",
    })
    void what_cannot_be_used_is_told(String certificates, String key, String why) {
        assertThatThrownBy(() -> Tls.pem(folder.resolve(certificates), folder.resolve(key)))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_wrong_password_is_told() {
        assertThatThrownBy(() -> Tls.keyStore(folder.resolve("RSA.p12"), "wrong".toCharArray()))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("RSA.p12")
                .hasMessageNotContaining("wrong");
    }
}
