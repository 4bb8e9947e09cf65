package dev.writ.engine.jersey;

import dev.writ.engine.core.WrittenItems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Holds back each item of a sequence until all of it is written and checked; of what is no item in the end, nothing goes. */
final class HeldItems extends OutputStream {
    private final OutputStream client;
    private final WrittenItems items;
    private final int limit;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean released;
    private boolean brokenOff;

    /** {@code limit} of one item, in bytes: what is longer goes to the client unchecked, and all that follows. */
    HeldItems(OutputStream client, WrittenItems items, int limit) {
        this.client = client;
        this.items = items;
        this.limit = limit;
    }

    /** Whether an item was longer than the limit: nothing is held any more. */
    boolean isReleased() {
        return released;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        if (released) {
            client.write(b, off, len);
            return;
        }
        refuseIfBrokenOff();
        int end = items.endOfItems(b, off, len);
        held.write(b, off, Math.max(0, end));
        if (end >= 0 && held.size() > 0) {
            pass();
        }
        held.write(b, off + Math.max(0, end), len - Math.max(0, end));
        if (held.size() > limit) {
            released = true;
            held.writeTo(client);
            held.reset();
        }
    }

    /** Whoever writes may have caught what was thrown. */
    private void refuseIfBrokenOff() throws IOException {
        if (brokenOff) {
            throw new IOException("the answer is broken off");
        }
    }

    private void pass() throws IOException {
        refuseIfBrokenOff();
        brokenOff = true;
        byte[] sent = items.checked(held.toByteArray());
        brokenOff = false;
        held.reset();
        client.write(sent);
    }

    /** The last item need not be followed by anything. */
    void finish() throws IOException {
        if (!released && (held.size() > 0 || brokenOff)) {
            pass();
        }
    }

    @Override
    public void flush() throws IOException {
        client.flush();
    }
}
