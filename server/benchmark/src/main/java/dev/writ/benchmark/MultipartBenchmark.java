package dev.writ.benchmark;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MultipartException;
import dev.writ.engine.http.MultipartReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.fileupload.MultipartStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A multipart body cut into its parts, header fields read and contents thrown away: ours, and Commons FileUpload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class MultipartBenchmark {
    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    private static final int FILE_BYTES = 8 * 1024 * 1024;
    private static final int FIELDS = 500;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int BUFFER = 16 * 1024;

    /** What a body has. */
    public enum Body {
        /** One file of 8 MiB that looks like an image. */
        FILE,
        /** Five hundred short texts. */
        FIELDS
    }

    @Param({"FILE", "FIELDS"})
    public Body body;

    private byte[] bytes;

    @Setup
    public void prepare() throws IOException, MultipartException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        if (body == Body.FILE) {
            byte[] file = new byte[FILE_BYTES];
            new Random(1).nextBytes(file);
            part(made, "; filename=\"a.png\"\r\nContent-Type: image/png", file);
        } else {
            for (int i = 0; i < FIELDS; i++) {
                part(made, "", ("value " + i).getBytes(StandardCharsets.US_ASCII));
            }
        }
        made.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        bytes = made.toByteArray();
        if (writ() != commons()) {
            throw new IllegalStateException("the readers do not find the same");
        }
    }

    private static void part(ByteArrayOutputStream body, String further, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"f\"" + further + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes(new byte[] {'\r', '\n'});
    }

    @Benchmark
    public long writ() throws IOException, MultipartException {
        MultipartReader reader = new MultipartReader(new ByteArrayInputStream(bytes), BOUNDARY, MAX_HEADER_BYTES);
        long length = 0;
        for (Optional<Headers> head = reader.next(); head.isPresent(); head = reader.next()) {
            length += head.get().all("Content-Disposition").size();
            length += reader.content().transferTo(OutputStream.nullOutputStream());
        }
        return length;
    }

    @Benchmark
    public long commons() throws IOException {
        MultipartStream stream = new MultipartStream(
                new ByteArrayInputStream(bytes), BOUNDARY.getBytes(StandardCharsets.US_ASCII), BUFFER, null);
        long length = 0;
        for (boolean more = stream.skipPreamble(); more; more = stream.readBoundary()) {
            length += stream.readHeaders().isEmpty() ? 0 : 1;
            length += stream.readBodyData(OutputStream.nullOutputStream());
        }
        return length;
    }
}
