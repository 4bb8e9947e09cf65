package dev.writ.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as text; nothing is ever looked up. */
final class IpAddress {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=[^:]*:)[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");
    /** With a port, or something that stands for one (RFC 7239, section 6), which is of no interest. */
    private static final Pattern NODE =
            Pattern.compile("(?:\\[([^\\]]*)]|([^\\[\\]:]*))(?::(?:[0-9]{1,5}|_[A-Za-z0-9._-]+))?");

    private IpAddress() {}

    /** An address alone. One of IPv4 within IPv6 is that of IPv4. */
    static Optional<InetAddress> parse(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** An address, perhaps with a port: {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}, {@code 2001:db8::1}. */
    static Optional<InetAddress> ofNode(String text) {
        Matcher node = NODE.matcher(text);
        if (!node.matches()) {
            return parse(text);
        }
        return node.group(1) != null
                ? parse(node.group(1)).filter(address -> node.group(1).contains(":"))
                : parse(node.group(2));
    }
}
