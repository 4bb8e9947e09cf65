package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import java.util.function.Function;

/** What a stage comes to: it passes on what it knows, or ends with an answer, or with a problem that is yet to be written. */
sealed interface Judgement<T> {

    static <T> Judgement<T> pass(T value) {
        return new Passed<>(value);
    }

    static <T> Judgement<T> answer(Response response) {
        return new Answered<>(response);
    }

    static <T> Judgement<T> refuse(Problem problem) {
        return new Refused<>(problem);
    }

    <R> R fold(
            Function<T, ? extends R> passed,
            Function<Response, ? extends R> answered,
            Function<Problem, ? extends R> refused);

    /** The next stage, unless there is an answer already. */
    default <R> Judgement<R> then(Function<T, Judgement<R>> stage) {
        return this.<Judgement<R>>fold(stage, Judgement::answer, Judgement::refuse);
    }

    record Passed<T>(T value) implements Judgement<T> {
        @Override
        public <R> R fold(
                Function<T, ? extends R> passed,
                Function<Response, ? extends R> answered,
                Function<Problem, ? extends R> refused) {
            return passed.apply(value);
        }
    }

    record Answered<T>(Response response) implements Judgement<T> {
        @Override
        public <R> R fold(
                Function<T, ? extends R> passed,
                Function<Response, ? extends R> answered,
                Function<Problem, ? extends R> refused) {
            return answered.apply(response);
        }
    }

    record Refused<T>(Problem problem) implements Judgement<T> {
        @Override
        public <R> R fold(
                Function<T, ? extends R> passed,
                Function<Response, ? extends R> answered,
                Function<Problem, ? extends R> refused) {
            return refused.apply(problem);
        }
    }
}
