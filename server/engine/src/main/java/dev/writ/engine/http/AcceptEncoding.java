package dev.writ.engine.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which content codings a client wants (RFC 9110, section 12.5.3). Elements that make no sense are left out. Without the
 * field every coding would do, but nobody asks for one. Immutable.
 */
public final class AcceptEncoding {
    private static final String IDENTITY = "identity";
    private static final String ANY = "*";
    private static final Pattern ELEMENT =
            Pattern.compile("\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*(?:;\\s*[qQ]\\s*=\\s*([0-9.]{1,13})\\s*)?");

    private final boolean present;
    private final Map<String, Double> weights;

    private AcceptEncoding(boolean present, Map<String, Double> weights) {
        this.present = present;
        this.weights = weights;
    }

    static AcceptEncoding of(List<String> lines) {
        Map<String, Double> weights = new HashMap<>();
        for (String line : lines) {
            for (String element : line.split(",", -1)) {
                Matcher matcher = ELEMENT.matcher(element);
                if (matcher.matches()) {
                    String coding = matcher.group(1).toLowerCase(Locale.ROOT);
                    Optional.ofNullable(matcher.group(2))
                            .map(Weight::parse)
                            .orElse(Optional.of(1.0))
                            .ifPresent(
                                    weight -> weights.putIfAbsent(coding.equals("x-gzip") ? "gzip" : coding, weight));
                }
            }
        }
        return new AcceptEncoding(!lines.isEmpty(), weights);
    }

    /** Whether the client could read it. */
    public boolean accepts(ContentCoding coding) {
        return !present || weight(coding.token()).orElse(0.0) > 0;
    }

    /** Whether the client would rather have content coded than as it is. */
    public boolean prefers(ContentCoding coding) {
        return present
                && accepts(coding)
                && weight(coding.token()).orElse(0.0)
                        >= Optional.ofNullable(weights.get(IDENTITY)).orElse(0.0);
    }

    /** Whether the client does not take content as it is. */
    public boolean refusesIdentity() {
        return present && weight(IDENTITY).filter(weight -> weight == 0).isPresent();
    }

    private Optional<Double> weight(String coding) {
        return Optional.ofNullable(weights.get(coding)).or(() -> Optional.ofNullable(weights.get(ANY)));
    }
}
