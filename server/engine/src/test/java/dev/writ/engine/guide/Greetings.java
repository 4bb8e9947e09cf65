package dev.writ.engine.guide;

import dev.writ.engine.Writ;
import java.io.IOException;
import java.util.Map;

// snippet: greetings
public final class Greetings {
    static Writ service() {
        return Writ.contract("greetings.yaml").on("greet", request -> {
            String hello = "Hello, ".repeat(request.query("times").asInt());
            return Map.of("text", hello + request.path("name").asText());
        });
    }

    public static void main(String[] args) throws IOException {
        service().listen("127.0.0.1", 8080).start();
    }
}
// end
