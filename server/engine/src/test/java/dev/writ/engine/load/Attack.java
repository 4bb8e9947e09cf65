package dev.writ.engine.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Ways to be a burden to a server. Each uses connections that its {@link Attacker} closes sooner or later, one way or another. */
enum Attack {
    /** What is no HTTP, or hardly. */
    MALFORMED {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send(attacker.rawRequest());
        }
    },
    /** An octet now and an octet then. */
    DRIP {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send(
                    "POST /a HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            attacker.drip(" ");
        }
    },
    HALF_CLOSED {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.sendAndEnd("POST /octets HTTP/1.1\r\nHost: h\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: 100000\r\n\r\n"
                    + "x".repeat(attacker.random().nextInt(100_000)));
        }
    },
    /** Large content that breaks off. */
    BROKEN_UPLOAD {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send("POST /octets HTTP/1.1\r\nHost: h\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: 30000000\r\n\r\n"
                    + "x".repeat(attacker.random().nextInt(3_000_000)));
        }
    },
    /** A little that becomes much. */
    BOMB {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                    + "Content-Length: " + ZIPPED.length + "\r\n\r\n" + new String(ZIPPED, ISO_8859_1));
        }
    },
    MANY_PARTS {
        @Override
        void run(Attacker attacker) throws IOException {
            String form = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n".repeat(10_000) + "--b--\r\n";
            attacker.send("POST /form HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: " + form.length() + "\r\n\r\n" + form);
        }
    },
    /** A form that does not fit into memory, and never ends. */
    HALF_FORM {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send("POST /form HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n200000\r\n--b\r\nContent-Disposition: form-data; name=a; filename=a\r\n\r\n"
                    + "x".repeat(2_000_000));
        }
    },
    DEEP {
        @Override
        void run(Attacker attacker) throws IOException {
            String deep = "{\"a\":" + "[".repeat(200_000);
            attacker.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: "
                    + deep.length() + "\r\n\r\n" + deep);
        }
    },
    HUGE_HEAD {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send("GET /a HTTP/1.1\r\nHost: h\r\n"
                    + "X-Long: 0123456789012345678901234567890123456789\r\n".repeat(20_000));
        }
    },
    /** Asks for much and takes little. */
    SLOW_READER {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send("GET /large HTTP/1.1\r\nHost: h\r\n\r\n".repeat(50));
        }
    },
    /** Sends on while the server is busy with the first of it. */
    FAR_AHEAD {
        @Override
        void run(Attacker attacker) throws IOException {
            attacker.send("GET /wait?millis=100 HTTP/1.1\r\nHost: h\r\n\r\n"
                    + "GET /a HTTP/1.1\r\nHost: h\r\nX-Long: 0123456789\r\n\r\n".repeat(4_000));
        }
    },
    CROWD {
        @Override
        void run(Attacker attacker) throws IOException {
            for (int i = 0; i < 50; i++) {
                attacker.send(i % 2 == 0 ? "" : "GET /a HT");
            }
        }
    };

    private static final byte[] ZIPPED = zipped(100 << 20);
    static final List<Attack> ALL = List.of(values());

    abstract void run(Attacker attacker) throws IOException;

    static Attack any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    private static byte[] zipped(int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < size; i += blanks.length) {
                out.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
