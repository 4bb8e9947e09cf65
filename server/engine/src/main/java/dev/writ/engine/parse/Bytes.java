package dev.writ.engine.parse;

import java.io.IOException;
import java.io.InputStream;

/** Reads streams up to the largest size of a document. */
final class Bytes {
    private Bytes() {}

    /** @throws IOException also if there is more */
    static byte[] read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(Limits.BYTES + 1);
        if (bytes.length > Limits.BYTES) {
            throw new IOException("larger than " + Limits.BYTES + " bytes");
        }
        return bytes;
    }
}
