package dev.writ.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The content codings that are known (RFC 9110, section 8.4.1): those that every client has, without a library. */
public enum ContentCoding {
    /** RFC 1952, whose other name is {@code x-gzip}. */
    GZIP("gzip"),
    /** RFC 1950: with the frame of zlib, as RFC 9110 says, which some clients leave out. */
    DEFLATE("deflate");

    /** How many may be applied one over the other; nobody needs more than one. */
    private static final int MAX_NESTED = 2;

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    /** Its registered name. */
    public String token() {
        return token;
    }

    /** The names of all, for {@code Accept-Encoding}. */
    public static String all() {
        return Arrays.stream(values()).map(ContentCoding::token).collect(Collectors.joining(", "));
    }

    /**
     * What {@code Content-Encoding} lists, in the order in which it was applied, {@code identity} left out; empty if there is
     * one that is not known, or more of them than anybody needs.
     */
    public static Optional<List<ContentCoding>> list(String field) {
        List<ContentCoding> codings = new ArrayList<>();
        for (String name : field.split(",", -1)) {
            String plain = name.trim().toLowerCase(Locale.ROOT);
            if (plain.isEmpty() || plain.equals("identity")) {
                continue;
            }
            Optional<ContentCoding> known = named(plain);
            if (known.isEmpty() || codings.size() == MAX_NESTED) {
                return Optional.empty();
            }
            codings.add(known.get());
        }
        return Optional.of(List.copyOf(codings));
    }

    private static Optional<ContentCoding> named(String plain) {
        String name = plain.equals("x-gzip") ? GZIP.token : plain;
        return Arrays.stream(values())
                .filter(coding -> coding.token.equals(name))
                .findFirst();
    }

    /**
     * Content as it was before it was coded, inflated while it is read. It throws {@link CodingException} where it is not so
     * coded, and {@link TooLargeException} beyond {@code limit} bytes.
     */
    public InputStream decode(InputStream coded, long limit) {
        return new InflatingStream(coded, this == GZIP, limit);
    }

    public byte[] encode(byte[] content) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(content.length / 2 + 32);
        try (OutputStream stream = this == GZIP ? new GZIPOutputStream(coded) : new DeflaterOutputStream(coded)) {
            stream.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written to", e);
        }
        return coded.toByteArray();
    }
}
