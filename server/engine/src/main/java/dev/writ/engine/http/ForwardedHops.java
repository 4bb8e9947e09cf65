package dev.writ.engine.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What proxies say of the way of a request, by {@code Forwarded} or by {@code X-Forwarded-*}; each list as long as somebody
 * made it, the client's end first. What proxies that are trusted have added is at the right end.
 */
record ForwardedHops(
        List<String> nodes, List<String> schemes, List<String> hosts, List<String> ports, List<String> prefixes) {
    private static final ForwardedHops NONE = of(List.of(), List.of(), List.of(), List.of(), List.of());
    private static final List<String> INFORMAL =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");
    private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?");
    private static final int MAX_PREFIX = 200;
    private static final int MAX_PORT = 65_535;
    /** Nobody has more proxies of his own. */
    private static final int MAX_HOPS = 32;

    private static ForwardedHops of(
            List<String> nodes, List<String> schemes, List<String> hosts, List<String> ports, List<String> prefixes) {
        return new ForwardedHops(nodes, schemes, hosts, ports, prefixes);
    }

    /**
     * What the fields say that count; of both where either may be meant, nothing: a proxy writes one and lets through what the
     * client says in the other.
     *
     * @param prefixed whether {@code X-Forwarded-Prefix} counts
     */
    static ForwardedHops of(Headers headers, ForwardingFields fields, boolean prefixed) {
        List<String> prefixes = prefixed ? list(headers, "X-Forwarded-Prefix") : List.of();
        boolean informal = INFORMAL.stream().anyMatch(name -> !headers.all(name).isEmpty());
        boolean standard = !headers.all("Forwarded").isEmpty();
        if (fields == ForwardingFields.X_FORWARDED || (fields == ForwardingFields.EITHER && !standard)) {
            return of(
                    list(headers, "X-Forwarded-For"),
                    list(headers, "X-Forwarded-Proto"),
                    list(headers, "X-Forwarded-Host"),
                    list(headers, "X-Forwarded-Port"),
                    prefixes);
        }
        if (!standard) {
            return of(List.of(), List.of(), List.of(), List.of(), prefixes);
        }
        Optional<List<Map<String, String>>> elements = informal && fields == ForwardingFields.EITHER
                ? Optional.empty()
                : headers.combined("Forwarded").flatMap(ForwardedElements::parse);
        return elements.map(
                        known -> of(all(known, "for"), all(known, "proto"), all(known, "host"), List.of(), prefixes))
                .orElse(NONE);
    }

    private static List<String> all(List<Map<String, String>> elements, String name) {
        return elements.stream().map(element -> element.getOrDefault(name, "")).toList();
    }

    private static List<String> list(Headers headers, String name) {
        return headers.all(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::trim)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** From {@code peer} on, as far as one that is trusted tells of the one before. */
    Way way(InetAddress peer, Predicate<InetAddress> trusted) {
        InetAddress client = peer;
        int depth = 0;
        while (depth < Math.min(nodes.size(), MAX_HOPS) && trusted.test(client)) {
            depth++;
            Optional<InetAddress> next = IpAddress.ofNode(nodes.get(nodes.size() - depth));
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return new Way(client, Math.max(1, depth));
    }

    /**
     * How a request came.
     *
     * @param client the last that is known: one that is not trusted, or one that does not tell of the one before
     * @param depth how many entries at the right end somebody has added who is trusted
     */
    record Way(InetAddress client, int depth) {}

    Optional<String> scheme(int depth) {
        return said(
                schemes,
                depth,
                text -> Optional.of(text.toLowerCase(Locale.ROOT))
                        .filter(scheme -> scheme.equals("http") || scheme.equals("https")));
    }

    Optional<String> host(int depth) {
        return said(hosts, depth, text -> Optional.of(text).filter(Authority::isOne));
    }

    Optional<Integer> port(int depth) {
        return said(
                ports,
                depth,
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,5}"))
                        .map(Integer::valueOf)
                        .filter(port -> port > 0 && port <= MAX_PORT));
    }

    /** Without a slash at its end: of all proxies one after another, as each has cut off its own. */
    String prefix(int depth) {
        List<String> theirs = end(prefixes, depth);
        StringBuilder whole = new StringBuilder();
        for (String prefix : theirs) {
            if (!PREFIX.matcher(prefix).matches()) {
                return "";
            }
            whole.append(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
        }
        return whole.length() <= MAX_PREFIX ? whole.toString() : "";
    }

    /** By the proxy nearest to the client, of those {@code depth} that are trusted, that says something which makes sense. */
    private static <T> Optional<T> said(List<String> all, int depth, Function<String, Optional<T>> reader) {
        return end(all, depth).stream()
                .flatMap(text -> reader.apply(text).stream())
                .findFirst();
    }

    private static List<String> end(List<String> all, int depth) {
        return all.subList(Math.max(0, all.size() - depth), all.size());
    }
}
