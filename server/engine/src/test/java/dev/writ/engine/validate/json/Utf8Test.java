package dev.writ.engine.validate.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JDK's decoder is the referee. */
class Utf8Test {
    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void every_sequence_of_three_bytes_is_judged_rightly() {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 1 << 24; i++) {
            bytes[0] = (byte) (i >> 16);
            bytes[1] = (byte) (i >> 8);
            bytes[2] = (byte) i;
            if (bytes[0] < 0 && Utf8.isValid(bytes) != decodes(bytes)) {
                assertThat(bytes).as("judged wrongly").isNull();
            }
        }
    }

    @Test
    void longer_texts_are_judged_rightly_wherever_they_are_cut() {
        Random random = new Random(1);
        byte[] text = "abcdefgh€ä😀xyz0123456789€€\uFFFF\u0800\u0080".repeat(2).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = Arrays.copyOfRange(text, random.nextInt(20), text.length - random.nextInt(20));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThat(Utf8.isValid(bytes)).as(Arrays.toString(bytes)).isEqualTo(decodes(bytes));
        }
    }
}
