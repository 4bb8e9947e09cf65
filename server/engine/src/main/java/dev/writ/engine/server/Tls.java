package dev.writ.engine.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** By which key and certificates connections are encrypted, with TLS 1.2 or 1.3. */
public final class Tls {
    /** Those that are spoken (RFC 9325, section 3.1.1). */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448", "RSASSA-PSS");
    private static final String ALIAS = "writ";

    private final SSLContext context;

    private Tls(SSLContext context) {
        this.context = context;
    }

    /**
     * Two files in PEM (RFC 7468): the certificate with those that vouch for it, in this order, and the private key in
     * PKCS #8, without a password.
     *
     * @throws TlsException if they are not, or do not belong together
     */
    public static Tls pem(Path certificates, Path key) {
        try {
            Certificate[] chain = chain(certificates);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            PrivateKey known = privateKey(key);
            KeyPairCheck.check(known, chain[0], key, certificates);
            store.setKeyEntry(ALIAS, known, new char[0], chain);
            return of(store, new char[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("cannot use " + certificates + " and " + key + ": " + e.getMessage(), e);
        }
    }

    /**
     * A key store (PKCS #12 or JKS), of which one entry is a private key.
     *
     * @param password of the store and of the key
     * @throws TlsException if it cannot be read, or has none
     */
    public static Tls keyStore(Path file, char[] password) {
        if (!Files.isRegularFile(file)) {
            throw new TlsException("cannot use " + file + ": it is no file");
        }
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password);
            boolean any = false;
            for (String alias : java.util.Collections.list(store.aliases())) {
                any |= store.isKeyEntry(alias);
            }
            if (!any) {
                throw new TlsException(file + " has no private key");
            }
            return of(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    private static Tls of(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new Tls(context);
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream stream = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(stream)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new TlsException(file + " has no certificate");
            }
            return chain;
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        Matcher block = PEM.matcher(Files.readString(file));
        while (block.find()) {
            String label = block.group(1);
            if (label.equals("PRIVATE KEY")) {
                return decoded(Base64.getMimeDecoder().decode(block.group(2)), file);
            }
            if (label.endsWith("PRIVATE KEY")) {
                throw new TlsException(
                        file + " has a key as " + label + ", which is not read here: openssl pkcs8 -topk8"
                                + " -nocrypt -in " + file + " writes it as PRIVATE KEY");
            }
        }
        throw new TlsException(file + " has no private key");
    }

    private static PrivateKey decoded(byte[] octets, Path file) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
            } catch (InvalidKeySpecException e) {
                // Of another kind.
            }
        }
        throw new TlsException(file + " has a private key of a kind that is not known here");
    }

    /** What makes connections. */
    public SSLContext context() {
        return context;
    }
}
