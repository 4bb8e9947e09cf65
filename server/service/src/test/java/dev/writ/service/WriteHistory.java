package dev.writ.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one writer did to tasks of its own, kept outside the server: what the server acknowledged, and the one write that may
 * have been under way when it died. Confined to one thread at a time.
 */
final class WriteHistory {
    private final Map<Long, Row> acknowledged = new TreeMap<>();
    private Optional<Write> unsure = Optional.empty();

    /** A task as clients see it; its version is that of its entity tag. */
    record Row(String title, String description, boolean done, long version) {}

    /**
     * A write and what it leads to.
     *
     * @param id empty for a task that is yet to be created
     * @param after empty for a deletion
     */
    record Write(Optional<Long> id, Optional<Row> after) {}

    /** Ids of the tasks that are there as far as is known. */
    List<Long> ids() {
        return List.copyOf(acknowledged.keySet());
    }

    Row row(long id) {
        return Optional.ofNullable(acknowledged.get(id)).orElseThrow();
    }

    void begin(Write write) {
        unsure = Optional.of(write);
    }

    /** The write that has begun is acknowledged; {@code id} is that of the task. */
    void acknowledge(long id) {
        Write write = unsure.orElseThrow();
        unsure = Optional.empty();
        settle(id, write.after());
    }

    private void settle(long id, Optional<Row> row) {
        row.ifPresentOrElse(value -> acknowledged.put(id, value), () -> acknowledged.remove(id));
    }

    /**
     * Compares with what a restarted server shows and takes what it explains out of {@code rows}. From then on what the
     * server shows is what is known.
     *
     * @return every contradiction
     */
    List<String> compare(Map<Long, Row> rows) {
        List<String> contradictions = new ArrayList<>();
        Map<Long, Row> expected = new LinkedHashMap<>(acknowledged);
        unsure.ifPresent(write -> write.id().or(() -> idOf(write, rows)).ifPresent(id -> {
            if (write.after().equals(Optional.ofNullable(rows.get(id)))) {
                settle(id, write.after());
                expected.remove(id);
                rows.remove(id);
            }
        }));
        unsure = Optional.empty();
        new HashMap<>(expected).forEach((id, row) -> {
            Row shown = rows.remove(id);
            if (!row.equals(shown)) {
                contradictions.add("task " + id + " was acknowledged as " + row + " and is " + shown);
                settle(id, Optional.ofNullable(shown));
            }
        });
        return contradictions;
    }

    /** Titles are never used twice, so an unacknowledged creation is known by its own. */
    private static Optional<Long> idOf(Write creation, Map<Long, Row> rows) {
        return rows.entrySet().stream()
                .filter(entry -> Optional.of(entry.getValue().title())
                        .equals(creation.after().map(Row::title)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
