package dev.writ.engine.match;

/** The text of one segment, decoded, with the way back to how it was sent. */
final class EncodedText {
    /** RFC 3986, section 2.2: encoded they are data, not encoded they may delimit it. */
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    private static final int ENCODED_BYTE = 3;
    private static final int[] NONE = {};

    private final String raw;
    private final String decoded;
    private final boolean encoded;
    /** If it is encoded: for each character of the decoded text, and its end, where it begins in the raw one. */
    private final int[] starts;

    /** {@code raw} must be percent-encoded UTF-8, and {@code decoded} what it stands for. */
    EncodedText(String raw, String decoded) {
        this.raw = raw;
        this.decoded = decoded;
        this.encoded = raw.length() > decoded.length();
        this.starts = encoded ? starts(raw, decoded) : NONE;
    }

    private static int[] starts(String raw, String decoded) {
        int[] starts = new int[decoded.length() + 1];
        int at = 0;
        for (int i = 0; i < decoded.length(); i++) {
            starts[i] = at;
            at += raw.charAt(at) == '%' ? ENCODED_BYTE * utf8Length(decoded.charAt(i)) : 1;
        }
        starts[decoded.length()] = at;
        return starts;
    }

    /** Two for each half of a pair of surrogates, which have four bytes together. */
    private static int utf8Length(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    int length() {
        return decoded.length();
    }

    /** What was sent for the characters from {@code begin} to {@code end}. */
    String raw(int begin, int end) {
        return encoded ? raw.substring(starts[begin], starts[end]) : raw.substring(begin, end);
    }

    /**
     * Whether a literal of a template stands at a position.
     *
     * @param delimiting whether its reserved characters must not have been encoded
     */
    boolean hasAt(int position, String literal, boolean delimiting) {
        if (!decoded.startsWith(literal, position)) {
            return false;
        }
        for (int i = 0; encoded && delimiting && i < literal.length(); i++) {
            boolean escaped = starts[position + i + 1] - starts[position + i] > 1;
            if (escaped && RESERVED.indexOf(literal.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be cut here: not between the halves of a pair of surrogates. */
    boolean isBoundary(int position) {
        return position == decoded.length() || !Character.isLowSurrogate(decoded.charAt(position));
    }
}
