package dev.writ.service.configuration;

import dev.writ.engine.server.Tls;
import dev.writ.engine.server.TlsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The files that encryption needs: a certificate and its key, or a key store and its password; or none at all. */
record TlsFiles(
        Optional<Assignment> certificate,
        Optional<Assignment> key,
        Optional<Assignment> keyStore,
        Optional<Assignment> password) {

    /** What they make; empty if there are none, or if they are at fault, which is told. */
    Optional<Tls> read(Consumer<String> fault) {
        missing(certificate, key, Settings.TLS_KEY).ifPresent(fault);
        missing(key, certificate, Settings.TLS_CERTIFICATE).ifPresent(fault);
        missing(keyStore, password, Settings.TLS_KEY_STORE_PASSWORD).ifPresent(fault);
        missing(password, keyStore, Settings.TLS_KEY_STORE).ifPresent(fault);
        if (certificate.isPresent() && keyStore.isPresent()) {
            fault.accept(certificate.get() + " and " + keyStore.get() + ": only one of them can be used");
            return Optional.empty();
        }
        try {
            if (certificate.isPresent() && key.isPresent()) {
                return Optional.of(Tls.pem(
                        Path.of(certificate.get().value()), Path.of(key.get().value())));
            }
            return keyStore.isPresent() && password.isPresent()
                    ? Optional.of(Tls.keyStore(
                            Path.of(keyStore.get().value()),
                            password.get().value().toCharArray()))
                    : Optional.empty();
        } catch (TlsException e) {
            fault.accept(certificate.or(() -> keyStore).orElseThrow() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> missing(Optional<Assignment> one, Optional<Assignment> other, Setting<?> needed) {
        return one.filter(given -> other.isEmpty()).map(given -> given + " needs " + needed.name() + " as well");
    }
}
