package dev.writ.engine.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a client wants to be answered in (RFC 9110, section 12.5.1); no {@code Accept} at all takes everything. Immutable. */
public final class Accept {
    private static final MediaType ANYTHING = new MediaType("*", "*", Map.of());

    /** What clients of older JDKs send. */
    private static final Pattern LONE_ASTERISK = Pattern.compile("^\\s*\\*(?=\\s*(;|$))");

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * As liberal as servers have always been: ranges that are malformed are left out, and a field without any other is as
     * good as none.
     */
    static Accept of(List<String> lines) {
        List<Range> ranges = lines.stream()
                .flatMap(line -> elements(line).stream())
                .map(element -> LONE_ASTERISK.matcher(element).replaceFirst("*/*"))
                .flatMap(element -> MediaType.parse(element).stream())
                .flatMap(type -> Range.of(type).stream())
                .toList();
        return new Accept(ranges.isEmpty() ? List.of(new Range(ANYTHING, 1)) : ranges);
    }

    /**
     * The most wanted of {@code offered}, the first of them among equals; empty if none is wanted. Of a range that is
     * offered it is the part that the client asks for, which may be a range as well.
     */
    public Optional<MediaType> choose(Collection<MediaType> offered) {
        Optional<MediaType> best = Optional.empty();
        double quality = 0;
        for (MediaType offer : offered) {
            for (MediaType candidate : candidates(offer).toList()) {
                double q = quality(candidate);
                if (q > quality) {
                    best = Optional.of(candidate);
                    quality = q;
                }
            }
        }
        return best;
    }

    /** What stands between commas that are not within quotes. */
    private static List<String> elements(String line) {
        List<String> elements = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(line.substring(start, i));
                start = i + 1;
            }
        }
        elements.add(line.substring(start));
        return elements;
    }

    private Stream<MediaType> candidates(MediaType offer) {
        return offer.isRange()
                ? ranges.stream().flatMap(range -> range.type().within(offer).stream())
                : Stream.of(offer);
    }

    /** Of the most specific range that the type is in. */
    private double quality(MediaType type) {
        int specificity = -1;
        double quality = 0;
        for (Range range : ranges) {
            if (range.specificity() > specificity && range.type().includes(type)) {
                specificity = range.specificity();
                quality = range.quality();
            }
        }
        return quality;
    }

    /** {@code type} without the weight and what follows it. */
    private record Range(MediaType type, double quality) {
        static Optional<Range> of(MediaType written) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (Map.Entry<String, String> parameter : written.parameters().entrySet()) {
                if (parameter.getKey().equals("q")) {
                    break;
                }
                parameters.put(parameter.getKey(), parameter.getValue());
            }
            MediaType type = new MediaType(written.type(), written.subtype(), parameters);
            return written.parameter("q")
                    .map(Weight::parse)
                    .orElse(Optional.of(1.0))
                    .map(q -> new Range(type, q));
        }

        int specificity() {
            if (type.isRange()) {
                return type.type().equals("*") ? 0 : 1;
            }
            return 2 + type.parameters().size();
        }
    }
}
