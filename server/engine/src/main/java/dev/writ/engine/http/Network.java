package dev.writ.engine.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits (RFC 4632, section 3.1; RFC 4291, section 2.3). */
record Network(InetAddress first, int bits) {
    private static final Pattern FORM = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

    /** {@code 10.0.0.0/8}, or one address. */
    static Optional<Network> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return IpAddress.parse(form.group(1)).flatMap(address -> {
            int size = address.getAddress().length * Byte.SIZE;
            int bits = form.group(2) == null ? size : Integer.parseInt(form.group(2));
            return bits <= size ? Optional.of(new Network(address, bits)) : Optional.empty();
        });
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if (((ours[i / Byte.SIZE] ^ theirs[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
