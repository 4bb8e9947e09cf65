package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever parts hold and however they arrive, they come out as they went in. */
class MultipartReaderTest {
    private static final String BOUNDARY = "a-boundary";
    private static final byte[][] ALMOST = {
        bytes("\r"),
        bytes("\r\n"),
        bytes("\r\n--"),
        bytes("\r\n--a-boundar"),
        bytes("\r\n--a-boundaryx\r\n"),
        bytes("\r\n--a-boundary "),
        bytes("--a-boundary\r\n"),
        bytes("\r\r\n-")
    };

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A stream that gives a few bytes at a time. */
    private static InputStream inPieces(byte[] body, Random random) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, 1 + random.nextInt(20_000)));
            }
        };
    }

    private static byte[] content(Random random) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int size = random.nextInt(40_000);
        while (content.size() < size) {
            if (random.nextInt(20) == 0) {
                content.writeBytes(ALMOST[random.nextInt(ALMOST.length)]);
                // Two of them might be one.
                content.write('z');
            } else {
                byte[] piece = new byte[random.nextInt(1_000)];
                random.nextBytes(piece);
                content.writeBytes(piece);
            }
        }
        return content.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_come_out_as_they_went_in(long seed) throws IOException, MultipartException {
        Random random = new Random(seed);
        List<byte[]> contents = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            byte[] content = content(random);
            contents.add(content);
            body.writeBytes(bytes((i == 0 ? "" : "\r\n") + "--" + BOUNDARY + "\r\nX-Part: " + i + "\r\n\r\n"));
            body.writeBytes(content);
        }
        body.writeBytes(bytes("\r\n--" + BOUNDARY + "--"));
        MultipartReader reader = new MultipartReader(inPieces(body.toByteArray(), random), BOUNDARY, 100);
        for (int i = 0; i < 20; i++) {
            Optional<Headers> head = reader.next();
            assertThat(head.flatMap(fields -> fields.first("x-part"))).contains(Integer.toString(i));
            // Some are left unread.
            if (random.nextInt(5) > 0) {
                assertThat(reader.content().readAllBytes()).isEqualTo(contents.get(i));
            }
        }
        assertThat(reader.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 16_000, 16_384, 40_000})
    void a_body_that_breaks_off_is_told(int length) throws IOException, MultipartException {
        byte[] body = bytes("--" + BOUNDARY + "\r\n\r\n" + "y".repeat(length));
        MultipartReader reader = new MultipartReader(new ByteArrayInputStream(body), BOUNDARY, 100);
        assertThat(reader.next()).isPresent();
        assertThatThrownBy(() -> reader.content().readAllBytes()).isInstanceOf(BrokenPartException.class);
        assertThatThrownBy(reader::next).isInstanceOf(MultipartException.class);
    }
}
