package dev.writ.engine.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client wants to be answered in (RFC 9110, section 12.5.1); no {@code Accept} at all takes everything. */
public final class Accept {
    private final List<MediaType> ranges;

    private Accept(List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /** Ranges that are malformed are left out. */
    public static Accept of(Headers headers) {
        List<MediaType> ranges = new ArrayList<>();
        headers.all("Accept").stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .forEach(range -> MediaType.parse(range).ifPresent(ranges::add));
        if (ranges.isEmpty() && headers.all("Accept").stream().allMatch(String::isBlank)) {
            ranges.add(new MediaType("*", "*", Map.of()));
        }
        return new Accept(List.copyOf(ranges));
    }

    /** The most wanted of {@code offered}, the first of them among equals; empty if none is wanted. */
    public Optional<MediaType> choose(Collection<MediaType> offered) {
        Optional<MediaType> best = Optional.empty();
        double quality = 0;
        for (MediaType offer : offered) {
            double q = quality(offer);
            if (q > quality) {
                best = Optional.of(offer);
                quality = q;
            }
        }
        return best;
    }

    /** Of the most specific range that the type is in. */
    private double quality(MediaType type) {
        int specificity = -1;
        double quality = 0;
        for (MediaType range : ranges) {
            int s = specificity(range, type);
            if (s > specificity) {
                specificity = s;
                quality = range.parameter("q").map(Accept::parseQuality).orElse(1.0);
            }
        }
        return quality;
    }

    private static int specificity(MediaType range, MediaType type) {
        if (range.type().equals("*")) {
            return 0;
        }
        if (!range.type().equals(type.type())) {
            return -1;
        }
        if (range.subtype().equals("*")) {
            return 1;
        }
        return range.subtype().equals(type.subtype()) ? 2 : -1;
    }

    private static double parseQuality(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
    }
}
