package dev.writ.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsFilesTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        Map.of("WRIT_TLS_CERTIFICATE", "missing.pem"),
                        "WRIT_TLS_CERTIFICATE, in the environment, needs WRIT_TLS_KEY as well"),
                Arguments.of(
                        Map.of("WRIT_TLS_KEY", "missing.pem"),
                        "WRIT_TLS_KEY, in the environment, needs WRIT_TLS_CERTIFICATE as well"),
                Arguments.of(
                        Map.of("WRIT_TLS_KEY_STORE", "missing.p12"),
                        "WRIT_TLS_KEY_STORE, in the environment, needs WRIT_TLS_KEY_STORE_PASSWORD as well"),
                Arguments.of(
                        Map.of("WRIT_TLS_KEY_STORE_PASSWORD", "s3cret"),
                        "WRIT_TLS_KEY_STORE_PASSWORD, in the environment, needs WRIT_TLS_KEY_STORE as well"),
                Arguments.of(
                        Map.of(
                                "WRIT_TLS_CERTIFICATE",
                                "a.pem",
                                "WRIT_TLS_KEY",
                                "b.pem",
                                "WRIT_TLS_KEY_STORE",
                                "c",
                                "WRIT_TLS_KEY_STORE_PASSWORD",
                                "s3cret"),
                        "only one of them can be used"),
                Arguments.of(
                        Map.of("WRIT_TLS_CERTIFICATE", "missing.pem", "WRIT_TLS_KEY", "missing.key"),
                        "WRIT_TLS_CERTIFICATE, in the environment,: cannot use missing.pem and missing.key"),
                Arguments.of(
                        Map.of("WRIT_TLS_KEY_STORE", "missing.p12", "WRIT_TLS_KEY_STORE_PASSWORD", "s3cret"),
                        "WRIT_TLS_KEY_STORE, in the environment,: cannot use missing.p12"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_does_not_go_together_or_cannot_be_read_stops_the_start(Map<String, String> environment, String fault) {
        assertThatThrownBy(() -> ConfigurationReader.read(Map.of(), environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(fault)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_key_store_is_taken() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "s3cret")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();

        EffectiveConfiguration read = ConfigurationReader.read(
                Map.of(), Map.of("WRIT_TLS_KEY_STORE", store.toString(), "WRIT_TLS_KEY_STORE_PASSWORD", "s3cret"));
        assertThat(read.configuration().tls()).isPresent();
        assertThat(read.description()).doesNotContain("s3cret");
    }
}
