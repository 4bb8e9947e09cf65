package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private static final byte[] TEXT = "{\"name\":\"Rex\"}".repeat(50).getBytes(StandardCharsets.UTF_8);

    private static byte[] decoded(ContentCoding coding, byte[] coded) throws IOException {
        return coding.decode(new ByteArrayInputStream(coded), Integer.MAX_VALUE).readAllBytes();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_coded_is_what_comes_back(ContentCoding coding) throws Exception {
        for (byte[] content : List.of(new byte[0], new byte[] {'a'}, TEXT, new byte[1_000_000])) {
            assertThat(decoded(coding, coding.encode(content))).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_end_too_early_is_told_wherever_it_is(ContentCoding coding) {
        byte[] coded = coding.encode(TEXT);
        for (int length = 1; length < coded.length; length++) {
            byte[] cut = Arrays.copyOf(coded, length);
            assertThatThrownBy(() -> decoded(coding, cut))
                    .as("after %d bytes", length)
                    .isInstanceOf(CodingException.class);
        }
    }

    /** But for the fields of the head of gzip that say nothing of the content: time, level, system. */
    @ParameterizedTest
    @EnumSource
    void a_bit_that_is_wrong_never_makes_other_content(ContentCoding coding) throws Exception {
        byte[] coded = coding.encode(TEXT);
        for (int bit = 0; bit < coded.length * 8; bit++) {
            byte[] broken = coded.clone();
            broken[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(decoded(coding, broken)).as("bit %d", bit).isEqualTo(TEXT);
            } catch (CodingException e) {
                assertThat(e.getMessage()).contains("content").hasSizeLessThan(80);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_follows_the_end_is_told(ContentCoding coding) {
        assertThatThrownBy(() -> decoded(coding, joined(coding.encode(TEXT), new byte[] {'x'})))
                .isInstanceOf(CodingException.class);
        assertThatThrownBy(() -> decoded(coding, joined(coding.encode(TEXT), new byte[9000])))
                .isInstanceOf(CodingException.class);
    }

    @Test
    void gzip_may_have_several_members() throws Exception {
        byte[] empty = ContentCoding.GZIP.encode(new byte[0]);
        byte[] member = ContentCoding.GZIP.encode(TEXT);
        assertThat(decoded(ContentCoding.GZIP, joined(member, empty, empty, member)))
                .isEqualTo(joined(TEXT, TEXT));
    }

    @Test
    void a_head_may_have_everything_that_rfc_1952_knows() throws Exception {
        byte[] head = HexFormat.of().parseHex("1f8b" + "08" + "1f" + "00000000" + "02" + "03" + "0300" + "616263");
        head = joined(
                head, "name\0".getBytes(StandardCharsets.US_ASCII), "comment\0".getBytes(StandardCharsets.US_ASCII));
        CRC32 checksum = new CRC32();
        checksum.update(head);
        byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
        byte[] plain = ContentCoding.GZIP.encode(TEXT);
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        assertThat(decoded(ContentCoding.GZIP, joined(head, sum, rest))).isEqualTo(TEXT);

        sum[0] ^= 1;
        byte[] wrong = joined(head, sum, rest);
        assertThatThrownBy(() -> decoded(ContentCoding.GZIP, wrong)).hasMessage("a checksum of the content is wrong");
    }

    @Test
    void deflate_has_the_frame_of_zlib() {
        Deflater bare = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        bare.setInput(TEXT);
        bare.finish();
        byte[] coded = new byte[TEXT.length];
        int length = bare.deflate(coded);
        bare.end();
        assertThatThrownBy(() -> decoded(ContentCoding.DEFLATE, Arrays.copyOf(coded, length)))
                .isInstanceOf(CodingException.class);
    }

    @Test
    void no_content_at_all_is_none() throws Exception {
        assertThat(decoded(ContentCoding.GZIP, new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "gzip, gzip", "deflate, gzip"})
    void a_limit_holds_for_what_it_inflates_to(String field) throws Exception {
        byte[] content = new byte[100_000];
        List<ContentCoding> codings = ContentCoding.list(field).orElseThrow();
        byte[] coded = content;
        for (ContentCoding coding : codings) {
            coded = coding.encode(coded);
        }
        assertThat(BodySource.of(coded).decoded(codings).read(content.length)).contains(content);
        assertThat(BodySource.of(coded).decoded(codings).read(content.length - 1))
                .isEmpty();
        assertThat(BodySource.of(coded).decoded(codings).declaredLength()).isEqualTo(OptionalLong.empty());
    }

    /** Ten gigabytes of zeros are ten megabytes of gzip, and these are ten kilobytes of it. */
    @Test
    void what_is_in_between_is_bounded_as_well() throws Exception {
        byte[] zeros = ContentCoding.GZIP.encode(new byte[50_000_000]);
        assertThat(zeros).hasSizeLessThan(50_000);
        byte[] twice = ContentCoding.GZIP.encode(zeros);
        assertThat(twice).hasSizeLessThan(500);
        List<ContentCoding> codings = List.of(ContentCoding.GZIP, ContentCoding.GZIP);
        assertThat(BodySource.of(twice).decoded(codings).read(10_000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "identity, ''",
        "gzip, GZIP",
        "GZip, GZIP",
        "x-gzip, GZIP",
        "deflate, DEFLATE",
        "'identity, gzip', GZIP",
        "' gzip , , deflate', 'GZIP DEFLATE'",
        "'gzip, gzip, gzip', unknown",
        "br, unknown",
        "'gzip, br', unknown",
        "compress, unknown",
        "*, unknown",
        "gzip;q=1, unknown",
    })
    void codings_are_read_in_their_order(String field, String expected) {
        String read = ContentCoding.list(field)
                .map(codings ->
                        String.join(" ", codings.stream().map(Enum::name).toList()))
                .orElse("unknown");
        assertThat(read).isEqualTo(expected);
    }

    /** RFC 9110, section 12.5.3, has the first five. */
    @ParameterizedTest
    @CsvSource({
        "'compress, gzip', true, true, false",
        "'', false, false, false",
        "*, true, true, false",
        "'compress;q=0.5, gzip;q=1.0', true, true, false",
        "'gzip;q=1.0, identity; q=0.5, *;q=0', true, true, false",
        "gzip;q=0, false, false, false",
        "'gzip;q=0.000', false, false, false",
        "'gzip;q=0.4, identity;q=0.5', true, false, false",
        "'identity;q=0', false, false, true",
        "'*;q=0', false, false, true",
        "'identity;q=0, *', true, true, true",
        "'gzip, identity;q=0', true, true, true",
        "'gzip, *;q=0', true, true, true",
        "'*;q=0, identity', false, false, false",
        "x-gzip, true, true, false",
        "'GZIP;Q=.5', true, true, false",
        "br, false, false, false",
        "'gzip;q=x, br', false, false, false",
        "'gzip;level=9', false, false, false",
        "'gzip gzip', false, false, false",
    })
    void clients_say_what_they_take(String field, boolean accepts, boolean prefers, boolean refusesIdentity) {
        AcceptEncoding accepted = Headers.of("Accept-Encoding", field).acceptEncoding();
        assertThat(accepted.accepts(ContentCoding.GZIP)).isEqualTo(accepts);
        assertThat(accepted.prefers(ContentCoding.GZIP)).isEqualTo(prefers);
        assertThat(accepted.refusesIdentity()).isEqualTo(refusesIdentity);
    }

    @Test
    void without_the_field_everything_would_do_and_nothing_is_asked_for() {
        AcceptEncoding accepted = Headers.none().acceptEncoding();
        assertThat(accepted.accepts(ContentCoding.GZIP)).isTrue();
        assertThat(accepted.prefers(ContentCoding.GZIP)).isFalse();
        assertThat(accepted.refusesIdentity()).isFalse();
    }
}
