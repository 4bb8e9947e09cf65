package dev.writ.engine.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word counts: what they say in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For}, {@code -Proto},
 * {@code -Host}, {@code -Port} and {@code -Prefix} of how the client has sent the request. From anybody else these fields are
 * ignored, as is what makes no sense. A proxy has to set each of them or to take it out: what it lets through it says itself.
 * Immutable.
 */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
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
        return new TrustedProxies(networks);
    }

    /** The same from a text with commas between them; empty if one of them is neither. */
    public static Optional<TrustedProxies> parse(String text) {
        List<Optional<Network>> networks = Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .map(Network::parse)
                .toList();
        return networks.stream().allMatch(Optional::isPresent)
                ? Optional.of(new TrustedProxies(
                        networks.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
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
                .map(trusted -> forwarded(request, trusted, ForwardedHops.of(request.headers())))
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
        return other instanceof TrustedProxies proxies && networks.equals(proxies.networks);
    }

    @Override
    public int hashCode() {
        return networks.hashCode();
    }
}
