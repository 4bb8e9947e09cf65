package dev.writ.engine;

import dev.writ.api.TypedResponse.Payload;
import dev.writ.engine.PetsApi.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what was called; no annotation of its own. */
public final class DispatchResource implements DispatchApi {
    @Override
    public Answer open(String b) {
        return text("open " + b);
    }

    @Override
    public Answer guarded(String a) {
        return text("guarded " + a);
    }

    @Override
    public Answer names(String path, @Nullable String query, @Nullable String upperCase, @Nullable String header) {
        return text(path + " " + query + " " + upperCase + " " + header);
    }

    @Override
    public Answer special() {
        return text("special");
    }

    @Override
    public Answer numbers(@Nullable Long n) {
        return text("numbers " + n);
    }

    @Override
    public Answer numbersIn(Map<String, List<Long>> body) {
        return text("numbers " + body);
    }

    @Override
    public Answer numbersHead() {
        return new Answer(204, Payload.none());
    }

    private static Answer text(String text) {
        return new Answer(200, Payload.of(text, "application/json"));
    }
}
