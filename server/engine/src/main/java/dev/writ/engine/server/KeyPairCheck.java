package dev.writ.engine.server;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;

/** Whether a certificate is that of a private key: what one signs the other verifies. */
final class KeyPairCheck {
    private static final byte[] SAMPLE = {1, 2, 3, 4};

    private KeyPairCheck() {}

    /** @throws TlsException if it is another's */
    static void check(PrivateKey key, Certificate certificate, Path keyFile, Path certificateFile)
            throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm()) || !verifies(key, certificate)) {
            throw new TlsException(
                    "the key in " + keyFile + " is not that of the first certificate in " + certificateFile);
        }
    }

    private static boolean verifies(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(SAMPLE);
        return signature.verify(signed);
    }
}
