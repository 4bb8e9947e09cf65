package dev.writ.engine.schema.format;

import java.util.Optional;

/** Punycode (RFC 3492) with the parameters of domain names. Inputs are labels, so they are short. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 0x80;

    private Punycode() {}

    /** Empty if the text is no Punycode. */
    static Optional<String> decode(String text) {
        int basic = Math.max(0, text.lastIndexOf('-'));
        StringBuilder out = new StringBuilder(text.substring(0, basic));
        int code = FIRST_CODE;
        int bias = FIRST_BIAS;
        long index = 0;
        int length = out.length();
        int at = basic > 0 ? basic + 1 : 0;
        while (at < text.length()) {
            long before = index;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? digit(text.charAt(at++)) : -1;
                if (digit < 0) {
                    return Optional.empty();
                }
                index += digit * weight;
                int threshold = threshold(k, bias);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
                if (index > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
            }
            length++;
            bias = adapt(index - before, length, before == 0);
            code += (int) (index / length);
            index %= length;
            if (code > Character.MAX_CODE_POINT || code < FIRST_CODE) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, (int) index), Character.toString(code));
            index++;
        }
        return Optional.of(out.toString());
    }

    static String encode(String text) {
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        text.chars().filter(c -> c < FIRST_CODE).forEach(c -> out.append((char) c));
        int basic = out.length();
        int handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int code = FIRST_CODE;
        int bias = FIRST_BIAS;
        int delta = 0;
        while (handled < points.length) {
            int next = Integer.MAX_VALUE;
            for (int point : points) {
                next = point >= code ? Math.min(next, point) : next;
            }
            delta += (next - code) * (handled + 1);
            code = next;
            for (int point : points) {
                delta += point < code ? 1 : 0;
                if (point == code) {
                    variable(delta, bias, out);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            code++;
        }
        return out.toString();
    }

    private static void variable(int delta, int bias, StringBuilder out) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                out.append(letter(rest));
                return;
            }
            out.append(letter(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int threshold(int k, int bias) {
        return Math.max(T_MIN, Math.min(T_MAX, k - bias));
    }

    private static int adapt(long delta, int points, boolean first) {
        long rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }

    private static int digit(char c) {
        return Ascii.isDigit(c) ? c - '0' + 26 : c >= 'a' && c <= 'z' ? c - 'a' : -1;
    }

    private static char letter(int digit) {
        return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
    }
}
