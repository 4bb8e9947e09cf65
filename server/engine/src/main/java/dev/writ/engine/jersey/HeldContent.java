package dev.writ.engine.jersey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Holds back what is written; beyond the limit it goes on to the client, from its beginning. */
final class HeldContent extends OutputStream {
    private final OutputStream client;
    private final int limit;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean released;

    /** {@code limit} in bytes. */
    HeldContent(OutputStream client, int limit) {
        this.client = client;
        this.limit = limit;
    }

    /** Whether there was more than the limit: nothing is held any more. */
    boolean isReleased() {
        return released;
    }

    byte[] bytes() {
        return held.toByteArray();
    }

    @Override
    public void write(int b) throws IOException {
        target(1).write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        target(len).write(b, off, len);
    }

    private OutputStream target(int more) throws IOException {
        if (!released && more > limit - held.size()) {
            released = true;
            held.writeTo(client);
            held.reset();
        }
        return released ? client : held;
    }

    @Override
    public void flush() throws IOException {
        if (released) {
            client.flush();
        }
    }
}
