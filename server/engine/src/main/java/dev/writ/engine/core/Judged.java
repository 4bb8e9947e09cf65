package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the contract says of a request that somebody else is to handle; see {@link Engine#judge}. */
public sealed interface Judged {

    <R> R fold(
            Function<Allowed, ? extends R> allowed,
            Function<Response, ? extends R> answered,
            Supplier<? extends R> unknown);

    /** The request is what the contract asks for. Its answer is to be checked, once. */
    final class Allowed implements Judged {
        private final Call call;
        private final Map<String, String> pathValues;
        private final Function<Response, Optional<Response>> check;

        Allowed(Call call, Map<String, String> pathValues, Function<Response, Optional<Response>> check) {
            this.call = call;
            this.pathValues = Map.copyOf(pathValues);
            this.check = check;
        }

        public Call call() {
            return call;
        }

        /** By variable of the operation's path, as matched. */
        public Map<String, String> pathValues() {
            return pathValues;
        }

        /** {@link Stage#CHECK_RESPONSE}: empty if {@code response} may be sent, else what is to be sent in its place. */
        public Optional<Response> check(Response response) {
            return check.apply(response);
        }

        @Override
        public <R> R fold(
                Function<Allowed, ? extends R> allowed,
                Function<Response, ? extends R> answered,
                Supplier<? extends R> unknown) {
            return allowed.apply(this);
        }
    }

    /** The engine answers by itself: with a refusal, or to OPTIONS. Complete, not to be checked. */
    record Answered(Response response) implements Judged {
        @Override
        public <R> R fold(
                Function<Allowed, ? extends R> allowed,
                Function<Response, ? extends R> answered,
                Supplier<? extends R> unknown) {
            return answered.apply(response);
        }
    }

    /** The contract has no such path. */
    record Unknown() implements Judged {
        @Override
        public <R> R fold(
                Function<Allowed, ? extends R> allowed,
                Function<Response, ? extends R> answered,
                Supplier<? extends R> unknown) {
            return unknown.get();
        }
    }
}
