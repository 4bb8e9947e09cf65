package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import java.util.function.Function;

/** What a stage comes to: it passes on what it knows, or ends with an answer. */
sealed interface Judgement<T> {

    static <T> Judgement<T> pass(T value) {
        return new Passed<>(value);
    }

    static <T> Judgement<T> answer(Response response) {
        return new Answered<>(response);
    }

    <R> R fold(Function<T, ? extends R> passed, Function<Response, ? extends R> answered);

    /** The next stage, unless there is an answer already. */
    default <R> Judgement<R> then(Function<T, Judgement<R>> stage) {
        return this.<Judgement<R>>fold(stage, Judgement::answer);
    }

    record Passed<T>(T value) implements Judgement<T> {
        @Override
        public <R> R fold(Function<T, ? extends R> passed, Function<Response, ? extends R> answered) {
            return passed.apply(value);
        }
    }

    record Answered<T>(Response response) implements Judgement<T> {
        @Override
        public <R> R fold(Function<T, ? extends R> passed, Function<Response, ? extends R> answered) {
            return answered.apply(response);
        }
    }
}
