package dev.writ.engine.validate;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Item;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.stream.ItemSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Answers whose content is a sequence, but there as a whole. */
final class WholeSequence {
    private WholeSequence() {}

    /** The response to send, as {@link CheckedResponse} has it. */
    static Response check(Response response, ItemChecker checker, Violations violations) {
        byte[] bytes = response.content().bytes();
        ItemSplitter items = checker.format().split(new ByteArrayInputStream(bytes), Integer.MAX_VALUE);
        ByteArrayOutputStream visible = new ByteArrayOutputStream();
        try {
            long index = 0;
            for (Optional<byte[]> item = items.next(); item.isPresent(); item = items.next()) {
                CheckedItem read = checker.read(item.get(), index);
                read.violations().forEach(violations::add);
                if (read.item().value().isPresent()) {
                    index++;
                    Item sent = read.violations().isEmpty() ? read.item() : checker.redacted(read.item());
                    visible.writeBytes(checker.format().written(sent));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        return checker.redacts() ? response.withContent(Content.of(visible.toByteArray())) : response;
    }
}
