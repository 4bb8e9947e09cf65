package dev.writ.benchmark;

import dev.writ.engine.core.Engine;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import dev.writ.engine.parse.ContractReader;
import java.time.Duration;
import java.time.Instant;

/** Reads a document, answers one request to it in process, and tells how long that took since the JVM began. */
public final class FirstAnswer {
    private FirstAnswer() {}

    public static void main(String[] arguments) {
        Contract contract = ContractReader.read(arguments[0]);
        Instant read = Instant.now();
        Engine engine = Documents.engine(contract);
        Operation operation = contract.operations().stream()
                .filter(each -> each.method().equals("GET"))
                .findFirst()
                .orElseThrow();
        Response response = Documents.ask(engine, operation);
        Instant answered = Instant.now();
        Instant began = ProcessHandle.current().info().startInstant().orElseThrow();
        System.out.println(Duration.between(began, answered).toMillis() + " ms to the answer " + response.status()
                + ", " + Duration.between(began, read).toMillis() + " ms to the contract");
    }
}
