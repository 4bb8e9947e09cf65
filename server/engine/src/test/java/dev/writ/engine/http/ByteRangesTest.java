package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangesTest {
    /** The first ten are those of RFC 9110, section 14.1.2, for content of 10,000 bytes. */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-499, 10000, 0-499",
        "bytes=500-999, 10000, 500-999",
        "bytes=-500, 10000, 9500-9999",
        "bytes=9500-, 10000, 9500-9999",
        "'bytes=0-0,-1', 10000, '0-0 9999-9999'",
        "'bytes= 0-0, -2', 10000, '0-0 9998-9999'",
        "'bytes=0-999, 4500-5499, -1000', 10000, '0-999 4500-5499 9000-9999'",
        "'bytes=500-600,601-999', 10000, '500-600 601-999'",
        "'bytes=500-700,601-999', 10000, '500-700 601-999'",
        "bytes=10000-, 10000, none",
        "bytes=0-, 10, 0-9",
        "BYTES=0-1, 10, 0-1",
        "bytes=9-20, 10, 9-9",
        "bytes=-20, 10, 0-9",
        "bytes=-0, 10, none",
        "bytes=10-20, 10, none",
        "'bytes=10-20,0-0', 10, 0-0",
        "'bytes=10-20,-0', 10, none",
        "'bytes=0-1\t,\t4-5', 10, '0-1 4-5'",
        "bytes=00000000000000000000001-2, 10, 1-2",
        "bytes=99999999999999999999999-, 10, none",
        "bytes=0-99999999999999999999999, 10, 0-9",
        "bytes=-99999999999999999999999, 10, 0-9",
        "bytes=5-4, 10, ignored",
        "bytes=99999999999999999999999-1, 10, ignored",
        "bytes=, 10, ignored",
        "bytes=-, 10, ignored",
        "bytes=a-b, 10, ignored",
        "bytes=0x1-2, 10, ignored",
        "bytes=1, 10, ignored",
        "bytes=--1, 10, ignored",
        "bytes=1--2, 10, ignored",
        "bytes=+1-2, 10, ignored",
        "'bytes=0-1,', 10, ignored",
        "'bytes=0-1;2-3', 10, ignored",
        "bytes 0-1, 10, ignored",
        "items=0-1, 10, ignored",
        "'', 10, ignored",
        "bytes=0-, 0, ignored",
        "bytes=-1, 0, ignored",
        "'bytes=0-,0-', 10, ignored",
        "'bytes=0-6,3-9', 10, ignored",
        "'bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15', 99,"
                + " '0-0 1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8 9-9 10-10 11-11 12-12 13-13 14-14 15-15'",
        "'bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15,16-16', 99, ignored",
    })
    void ranges_are_read_against_the_length(String field, long length, String expected) {
        String read = ByteRanges.parse(field, length)
                .fold(
                        () -> "ignored",
                        () -> "none",
                        ranges -> ranges.stream()
                                .map(range -> range.first() + "-" + range.last())
                                .collect(Collectors.joining(" ")));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void many_ranges_take_no_time() {
        String field = "bytes=" + "0-0,".repeat(1_000_000) + "0-0";
        assertThat(ByteRanges.parse(field, 10)).isInstanceOf(ByteRanges.Ignored.class);
    }

    @Test
    void several_parts_are_one_message_of_many(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "0123456789");
        for (ByteSource source :
                List.of(ByteSource.of("0123456789".getBytes(StandardCharsets.US_ASCII)), ByteSource.of(file, 10))) {
            ByteSource parts = source.parts(
                    List.of(new ByteRanges.Range(1, 2), new ByteRanges.Range(7, 9)), Optional.of("text/plain"), "B");
            String expected = "--B\r\nContent-Type: text/plain\r\nContent-Range: bytes 1-2/10\r\n\r\n12"
                    + "\r\n--B\r\nContent-Type: text/plain\r\nContent-Range: bytes 7-9/10\r\n\r\n789\r\n--B--\r\n";
            assertThat(parts.length()).isEqualTo(expected.length());
            try (InputStream all = parts.open(0, parts.length())) {
                assertThat(new String(all.readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo(expected);
            }
            try (InputStream some = parts.open(60, 40)) {
                assertThat(new String(some.readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo(expected.substring(60, 100));
            }
        }
    }

    @Test
    void a_file_that_has_become_shorter_is_told_and_one_that_grows_is_not(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "0123456789");
        try (InputStream stream = ByteSource.of(file, 4).open(1, 3)) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("123");
        }
        try (InputStream stream = ByteSource.of(file, 11).open(0, 11)) {
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_stream_is_cut_wherever_it_is_read() throws Exception {
        ExactStream stream = new ExactStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), 3);
        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.skip(1)).isEqualTo(1);
        assertThat(stream.markSupported()).isFalse();
        assertThat(stream.read(new byte[9], 0, 9)).isEqualTo(1);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[9], 0, 0)).isZero();
    }
}
