package dev.writ.benchmark.http.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Requests as they are sent. */
final class Requests {
    private static final String COMMON = "Host: 127.0.0.1\r\nUser-Agent: benchmark\r\nAccept: application/json\r\n";

    private Requests() {}

    static byte[] order() {
        return ascii("GET /orders/EU-004217 HTTP/1.1\r\n" + COMMON + "X-API-Key: " + Bodies.KEY + "\r\n\r\n");
    }

    static byte[] orderWithoutKey() {
        return ascii("GET /orders/EU-004217 HTTP/1.1\r\n" + COMMON + "\r\n");
    }

    static byte[] post(String path, byte[] content) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(ascii("POST " + path + " HTTP/1.1\r\n" + COMMON + "X-API-Key: " + Bodies.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n"));
        request.writeBytes(content);
        return request.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
