package dev.writ.engine.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The part of an IP address that tells one client from another. */
public final class ClientNetwork {

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /**
     * An IPv4 address as it is, also when it is written as an IPv6 one; of an IPv6 address the first 64 bits, as every
     * subscriber has at least all addresses under these. What is no address stands for itself.
     */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try { // a text with a colon is never looked up as a name
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, PREFIX_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
