package dev.writ.service.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.json.Json;
import dev.writ.engine.model.Contract;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.ComponentSchema;
import dev.writ.spec.model.DataHeader;
import dev.writ.spec.model.Task;
import dev.writ.spec.model.TaskRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tasks as lines of JSON, as the schemas {@code DataHeader} and {@code TaskRecord} of the contract have them. Thread-safe. */
final class TaskLines {
    private final ObjectMapper mapper = Json.mapper();
    private final ComponentSchema headers;
    private final ComponentSchema records;

    TaskLines(Contract contract) {
        this.headers = ComponentSchema.of(contract, "DataHeader");
        this.records = ComponentSchema.of(contract, "TaskRecord");
    }

    byte[] header(TaskArchive.Summary summary) {
        return bytes(new DataHeader(summary.tasks(), summary.lastId()));
    }

    byte[] record(TaskEntry task) {
        return bytes(
                new TaskRecord(new Task(task.id(), task.title(), task.description(), task.done()), task.version()));
    }

    /** Empty if the line is no header. */
    Optional<TaskArchive.Summary> header(byte[] line) {
        return headers.read(
                line,
                json -> {
                    DataHeader header = bind(json, DataHeader.class);
                    return Optional.of(new TaskArchive.Summary(header.tasks(), header.lastTaskId()));
                },
                errors -> Optional.empty());
    }

    <R> R record(byte[] line, Function<TaskEntry, R> valid, Function<? super List<SchemaError>, R> invalid) {
        return records.read(line, json -> valid.apply(entry(bind(json, TaskRecord.class))), invalid);
    }

    private static TaskEntry entry(TaskRecord line) {
        Task task = line.task();
        return new TaskEntry(task.id(), task.title(), task.description(), task.done(), line.version());
    }

    private <T> T bind(JsonNode json, Class<T> type) {
        try {
            return mapper.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema let a value through that is no " + type.getSimpleName(), e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can always be written", e);
        }
    }
}
