package dev.writ.engine.schema.format;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code hostname} (RFC 1123, section 2.1; RFC 5891 for labels that stand for others) and {@code idn-hostname} (RFC 5890). */
final class Hostnames {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;
    private static final String DOTS = "[.\u3002\uFF0E\uFF61]";

    private Hostnames() {}

    static boolean isHostname(String text) {
        return text.length() <= MAX_LENGTH && areLabels(List.of(text.split("\\.", -1)), Hostnames::asciiLabel);
    }

    static boolean isInternationalHostname(String text) {
        return text.length() <= MAX_LENGTH && areLabels(List.of(text.split(DOTS, -1)), Hostnames::anyLabel);
    }

    /** As it would be after a client has normalized it. */
    static boolean isNormalizableHostname(String text) {
        return text.length() <= MAX_LENGTH && isInternationalHostname(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private interface LabelReader {
        /** The label as a person reads it; empty if it is none. */
        Optional<String> read(String label);
    }

    private static boolean areLabels(List<String> labels, LabelReader reader) {
        List<Optional<String>> read = labels.stream().map(reader::read).toList();
        if (read.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        List<String> texts = read.stream().flatMap(Optional::stream).toList();
        boolean bidirectional = texts.stream().anyMatch(BidiRule::isRightToLeft);
        int length = labels.stream().mapToInt(Hostnames::encodedLength).sum() + labels.size() - 1;
        return length <= MAX_LENGTH && (!bidirectional || texts.stream().allMatch(BidiRule::holds));
    }

    private static int encodedLength(String label) {
        return label.chars().allMatch(c -> c < 0x80)
                ? label.length()
                : "xn--".length() + Punycode.encode(label).length();
    }

    private static Optional<String> asciiLabel(String label) {
        boolean shaped = !label.isEmpty()
                && label.length() <= MAX_LABEL
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(c -> Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-');
        if (!shaped) {
            return Optional.empty();
        }
        String small = label.toLowerCase(Locale.ROOT);
        return small.startsWith("--", 2) ? decoded(small) : Optional.of(small);
    }

    /** Two hyphens there are kept for labels that stand for others, and must stand for one. */
    private static Optional<String> decoded(String label) {
        if (!label.startsWith("xn--")) {
            return Optional.empty();
        }
        String encoded = label.substring("xn--".length());
        return Punycode.decode(encoded)
                .filter(text -> text.codePoints().anyMatch(c -> c >= 0x80))
                .filter(text -> Punycode.encode(text).equals(encoded))
                .filter(IdnLabel::isValid);
    }

    private static Optional<String> anyLabel(String label) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return asciiLabel(label);
        }
        return Optional.of(label)
                .filter(text -> text.length() <= MAX_LABEL)
                .filter(IdnLabel::isValid)
                .filter(text -> encodedLength(text) <= MAX_LABEL);
    }
}
