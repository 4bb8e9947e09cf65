package dev.writ.engine.validate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

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
    void every_beginning_of_a_character_is_judged_rightly() {
        byte[] edges = {0, 0x7F, (byte) 0x80, (byte) 0xBF, (byte) 0xC0, (byte) 0xFF};
        for (int i = 0x8000; i <= 0xFFFF; i++) {
            for (byte third : edges) {
                for (byte fourth : edges) {
                    byte[] bytes = {(byte) (i >> 8), (byte) i, third, fourth};
                    if (Utf8.isValid(bytes) != decodes(bytes)) {
                        fail("judged wrongly: " + Arrays.toString(bytes));
                    }
                }
            }
        }
    }

    @Test
    void longer_texts_are_judged_rightly_wherever_they_are_cut() {
        Random random = new Random(1);
        byte[] text = "abcdefgh€ä😀xyz0123456789€€\uFFFF\u0800\u0080".repeat(2).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOfRange(text, random.nextInt(20), text.length - random.nextInt(20));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThat(Utf8.isValid(bytes)).as(Arrays.toString(bytes)).isEqualTo(decodes(bytes));
        }
    }
}
