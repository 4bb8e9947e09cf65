package dev.writ.engine.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word counts: what they say in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For}, {@code -Proto},
 * {@code -Host} and {@code -Port} of how the client has sent the request, and in {@code X-Forwarded-Prefix} where that is
 * asked for. From anybody else these fields are ignored, as is what makes no sense. A proxy has to set each field that counts
 * or to take it out: what it lets through it says itself. Immutable.
 */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of(), ForwardingFields.EITHER, false);

    private final List<Network> networks;
    private final ForwardingFields fields;
    private final boolean prefixed;

    private TrustedProxies(List<Network> networks, ForwardingFields fields, boolean prefixed) {
        this.networks = List.copyOf(networks);
        this.fields = fields;
        this.prefixed = prefixed;
    }

    /**
     * Addresses and networks: {@code 192.0.2.1}, {@code 10.0.0.0/8}, {@code fd00::/8}.
     *
     * @throws IllegalArgumentException if one of them is neither
     */
    public static TrustedProxies of(String... addresses) {
        List<Network> networks = new ArrayList<>();
        for (String text : addresses) {
            networks.add(Network.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address and no network")));
        }
        return new TrustedProxies(networks, ForwardingFields.EITHER, false);
    }

    /** The same from a text with commas between them; empty if one of them is neither. */
    public static Optional<TrustedProxies> parse(String text) {
        List<Optional<Network>> networks = Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .map(Network::parse)
                .toList();
        return networks.stream().allMatch(Optional::isPresent)
                ? Optional.of(new TrustedProxies(
                        networks.stream().flatMap(Optional::stream).toList(), ForwardingFields.EITHER, false))
                : Optional.empty();
    }

    /** The same, of whose fields only those count; what stands in the others is ignored, whoever has said it. */
    public TrustedProxies withFields(ForwardingFields choice) {
        return new TrustedProxies(networks, choice, prefixed);
    }

    /** The same, which also tell the prefix of paths that they cut off. One that does not must take the field out. */
    public TrustedProxies withPrefix() {
        return new TrustedProxies(networks, fields, true);
    }

    /**
     * The request as the client has sent it: with the address of the last one that no proxy vouches for, and with the scheme,
     * the authority and the prefix of paths that the proxy nearest to it tells.
     */
    public Request seen(Request request) {
        Optional<InetAddress> peer = networks.isEmpty()
                ? Optional.empty()
                : IpAddress.parse(request.client().replaceFirst("%.*", ""));
        return peer.filter(this::trust)
                .map(trusted -> forwarded(request, trusted, ForwardedHops.of(request.headers(), fields, prefixed)))
                .orElse(request);
    }

    private boolean trust(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private Request forwarded(Request request, InetAddress peer, ForwardedHops hops) {
        ForwardedHops.Way way = hops.way(peer, this::trust);
        int depth = way.depth();
        String scheme = hops.scheme(depth).orElse(request.base().getScheme());
        Optional<String> host = hops.host(depth);
        String authority = host.orElse(request.base().getRawAuthority());
        String whole = hops.port(depth)
                .filter(port -> host.filter(Authority::hasPort).isEmpty())
                .map(port -> Authority.withPort(authority, port, scheme))
                .orElse(authority);
        return request.from(
                way.client().getHostAddress(), URI.create(scheme + "://" + whole + hops.prefix(depth) + "/"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrustedProxies proxies
                && networks.equals(proxies.networks)
                && fields == proxies.fields
                && prefixed == proxies.prefixed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(networks, fields, prefixed);
    }
}
