package dev.writ.engine.validate.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Whether bytes are UTF-8 (RFC 3629, section 4): no form longer than needed, no surrogates, nothing beyond U+10FFFF. A
 * parser that reads UTF-8 itself takes some of these for characters.
 */
final class Utf8 {
    private static final long BEYOND_ASCII = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes) {
        ByteBuffer longs = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int at = 0;
        while (at < bytes.length) {
            if (at <= bytes.length - Long.BYTES && (longs.getLong(at) & BEYOND_ASCII) == 0) {
                at += Long.BYTES;
            } else {
                int length = sequence(bytes, at);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** Bytes of the character that begins here; none if it is no character. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
