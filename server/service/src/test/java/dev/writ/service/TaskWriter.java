package dev.writ.service;

import dev.writ.service.Client.Answer;
import dev.writ.service.WriteHistory.Row;
import dev.writ.service.WriteHistory.Write;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A client that writes to tasks of its own, one request after another, until the server is gone. Every write sets all
 * properties to values that belong together, so that half of one would show.
 */
final class TaskWriter {
    private static final int MAX_TASKS = 10;

    private final String name;
    private final Random random;
    private final WriteHistory history = new WriteHistory();
    private int writes;

    TaskWriter(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    WriteHistory history() {
        return history;
    }

    /**
     * Writes on; {@code acknowledged} runs after each write that the server acknowledged. Returns when the server does not
     * answer, or says that its database did not: then too the write may have happened or not.
     */
    void run(Client client, Runnable acknowledged) throws Exception {
        while (true) {
            try {
                write(client);
            } catch (IOException e) {
                return;
            }
            acknowledged.run();
        }
    }

    private void write(Client client) throws Exception {
        List<Long> ids = history.ids();
        int kind = random.nextInt(10);
        if (ids.isEmpty() || (kind < 4 && ids.size() < MAX_TASKS)) {
            create(client);
            return;
        }
        long id = ids.get(random.nextInt(ids.size()));
        if (kind < 8) {
            update(client, id);
        } else {
            delete(client, id);
        }
    }

    private void create(Client client) throws Exception {
        Row row = next(1);
        history.begin(new Write(Optional.empty(), Optional.of(row)));
        Answer answer = expect(201, client.sendJson("POST", Client.TASKS, json(row)));
        history.acknowledge(answer.json().at("/task/id").asLong());
    }

    private void update(Client client, long id) throws Exception {
        Row row = next(history.row(id).version() + 1);
        history.begin(new Write(Optional.of(id), Optional.of(row)));
        expect(200, client.sendJson("PUT", path(id), json(row), "If-Match", tag(row.version() - 1)));
        history.acknowledge(id);
    }

    private void delete(Client client, long id) throws Exception {
        String tag = tag(history.row(id).version());
        history.begin(new Write(Optional.of(id), Optional.empty()));
        expect(200, client.send("DELETE", path(id), Optional.empty(), "If-Match", tag));
        history.acknowledge(id);
    }

    private Row next(long version) {
        String title = name + " write " + ++writes;
        return new Row(title, (title + ". ").repeat(1 + writes % 50), writes % 2 == 0, version);
    }

    private static String json(Row row) {
        return "{\"title\":\"%s\",\"description\":\"%s\",\"done\":%s}"
                .formatted(row.title(), row.description(), row.done());
    }

    private static String path(long id) {
        return Client.TASKS + "/" + id;
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static Answer expect(int status, Answer answer) throws IOException {
        if (answer.status() == 503) {
            throw new IOException(answer.body());
        }
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + ", was " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
