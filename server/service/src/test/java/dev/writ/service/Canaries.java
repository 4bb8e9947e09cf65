package dev.writ.service;

import dev.writ.service.WireConnection.WireAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Requests with a secret in every position that may hold one; only a path is no such position. */
final class Canaries {
    /** What all secrets contain, and no log may. */
    static final String SECRET = "c4nary";

    private static final String TASK = Client.TASKS + "/1";
    private static final String MIGUEL = "Authorization: Basic " + base64("miguel:python") + "\r\n";
    private static final String JSON = MIGUEL + "Content-Type: application/json\r\n";

    /** What the server gets and never shows, in the form in which it gets it. */
    static final List<String> FORMS =
            List.of(SECRET, base64("miguel:python"), base64(SECRET + ":python"), base64("miguel:" + SECRET));

    static final List<Canary> ALL = List.of(
            head("GET", TASK, "Authorization: Basic " + base64(SECRET + ":python")),
            head("GET", TASK, "Authorization: Basic " + base64("miguel:" + SECRET)),
            head("GET", TASK, "Authorization: Basic " + base64(SECRET)),
            head("GET", TASK, "Authorization: Basic " + SECRET),
            head("GET", TASK, "Authorization: Bearer " + SECRET),
            head("GET", TASK, "Authorization: Digest username=\"" + SECRET + "\""),
            head("GET", TASK, "Authorization: Negotiate " + SECRET),
            head("GET", TASK, "Authorization: " + SECRET),
            head("GET", TASK, "Proxy-Authorization: Basic " + SECRET),
            head("GET", TASK, "Cookie: session=" + SECRET), // nobody's
            field("GET", TASK, "Cookie: session=" + SECRET),
            field("GET", TASK, "X-Api-Key: " + SECRET),
            field("GET", TASK, "Referer: http://localhost/?token=" + SECRET),
            field("GET", TASK, "User-Agent: " + SECRET),
            field("GET", TASK, "Origin: http://" + SECRET),
            field("GET", TASK, "Forwarded: for=" + SECRET),
            field("GET", TASK, "X-Forwarded-For: " + SECRET),
            field("GET", TASK, "X-Request-Id: " + SECRET),
            field("GET", TASK, "Traceparent: " + SECRET),
            field("GET", TASK, "Accept: " + SECRET + "/x"),
            field("GET", TASK, "Accept-Language: " + SECRET),
            field("GET", TASK, "If-None-Match: \"" + SECRET + "\""),
            field("GET", TASK, "If-None-Match: " + SECRET),
            field("DELETE", TASK, "If-Match: \"" + SECRET + "\""),
            field("DELETE", TASK, "If-Match: " + SECRET),
            field("GET", Client.TASKS + "?" + SECRET + "=1", ""),
            field("GET", Client.TASKS + "?done=" + SECRET, ""),
            field("GET", Client.TASKS + "?limit=" + SECRET, ""),
            field("GET", Client.TASKS + "?after=" + SECRET, ""),
            field("GET", Client.TASKS + "?limit=1&limit=" + SECRET, ""),
            field("GET", Client.TASKS + "?" + SECRET + "=%zz", ""),
            field("GET", TASK, "X-Large: " + SECRET.repeat(4000)),
            field("GET", "/nowhere?token=" + SECRET, ""),
            field("GET", "/health?token=" + SECRET, ""),
            field("PATCH", TASK + "?token=" + SECRET, ""),
            body("{\"title\":\"" + SECRET + "\"}"),
            body("{\"title\":\"a\",\"description\":\"" + SECRET.repeat(1000) + "\"}"),
            body("{\"title\":\"a\",\"done\":\"" + SECRET + "\"}"),
            body("{\"title\":\"a\",\"" + SECRET + "\":1}"),
            body("{\"title\":\"" + SECRET + "\",\"title\":\"" + SECRET + "\"}"),
            body("{\"title\":\"" + SECRET + "\\u0000\"}"),
            body("{\"title\":\"" + SECRET),
            body(SECRET),
            new Canary("POST", Client.TASKS, JSON + "Content-Length: 2000000\r\n", SECRET),
            new Canary("POST", Client.TASKS, JSON + "Content-Encoding: " + SECRET + "\r\nContent-Length: 2\r\n", "{}"),
            new Canary("POST", Client.TASKS, MIGUEL + "Content-Type: " + SECRET + "/x\r\nContent-Length: 2\r\n", "{}"),
            new Canary("GET", TASK, "Host: " + SECRET + "/" + SECRET + "\r\n" + MIGUEL, ""));

    private Canaries() {}

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Canary head(String method, String target, String field) {
        return new Canary(method, target, field + "\r\n", "");
    }

    /** With credentials that are right. */
    private static Canary field(String method, String target, String field) {
        return head(method, target, MIGUEL + field);
    }

    private static Canary body(String json) {
        return new Canary("POST", Client.TASKS, JSON + "Content-Length: " + json.length() + "\r\n", json);
    }

    /** A request; its fields each end a line. */
    record Canary(String method, String target, String fields, String body) {
        String path() {
            return target.split("\\?", 2)[0];
        }

        WireAnswer send(int port) throws IOException {
            try (WireConnection connection = new WireConnection(port)) {
                String host = fields.startsWith("Host:") ? "" : "Host: localhost\r\n";
                connection.send(method + " " + target + " HTTP/1.1\r\n" + host + fields.strip() + "\r\n\r\n" + body);
                return connection.answer().orElseThrow();
            }
        }

        @Override
        public String toString() {
            String text = method + " " + target + " " + fields + body;
            return text.substring(0, Math.min(200, text.length()));
        }
    }
}
