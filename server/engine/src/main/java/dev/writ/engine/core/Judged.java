package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.validate.SequenceCheck;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What the contract says of a request that somebody else is to handle; see {@link Engine#judge}. */
public sealed interface Judged {

    <R> R fold(
            Function<Allowed, ? extends R> allowed,
            Function<Response, ? extends R> answered,
            Supplier<? extends R> unknown);

    /**
     * The request is what the contract asks for. Whoever answers it has the content checked, once, or answers with
     * {@link #refuse} or {@link #fail}, and then says with {@link #answered} how it went. Used by one thread at a time.
     */
    final class Allowed implements Judged {
        private final Ready ready;
        private final Call call;
        private final AccessRecord record;

        Allowed(Ready ready, AccessRecord record) {
            this.ready = ready;
            this.call = ready.matched().stages().call().call(ready);
            this.record = record;
        }

        public Call call() {
            return call;
        }

        /** By variable of the operation's path, as matched. */
        public Map<String, String> pathValues() {
            return ready.matched().pathValues();
        }

        /** Whether {@link #check} looks at content at all. */
        public boolean readsContent() {
            return stages().response().readsContent(ready.matched().route());
        }

        /** Whether {@link #check} may take something out of the content that nobody may see: it must not be left out. */
        public boolean redactsContent() {
            return ready.matched().route().responses().redacts();
        }

        /** {@link Stage#CHECK_RESPONSE}: empty if {@code response} may be sent, else what is to be sent in its place. */
        public Optional<Response> check(Response response) {
            ResponseCheck.Verdict verdict = stages().response()
                    .check(new Handled(request(), ready.matched().route(), response), record::alsoFound);
            record.checked(verdict.violations());
            record.stopClock();
            return verdict.judgement()
                    .fold(
                            passed -> Optional.of(passed).filter(other -> !other.equals(response)),
                            Optional::of,
                            problem -> Optional.of(rendered(problem)));
        }

        /**
         * What judges the items of an answer that is a sequence of them, once {@link #check} has judged its head: with
         * content in pieces, of which nobody asks for one. Empty if it is none.
         */
        public Optional<WrittenItems> items(Response head) {
            return ready.matched()
                    .route()
                    .responses()
                    .items(head)
                    .map(checker -> new WrittenItems(
                            request(),
                            new SequenceCheck(checker),
                            stages().response().mode(ready.matched().route()),
                            record::alsoFound));
        }

        /** The answer in place of the one that the request should have had. */
        public Response refuse(Problem problem) {
            return Finisher.finish(request(), rendered(problem));
        }

        /** The answer where the request could not be answered: the log has why. */
        public Response fail(Exception cause) {
            return refuse(stages().call().problem(ready, cause));
        }

        /**
         * Tells the log and the listeners, once, of the answer that was sent.
         *
         * @param bytes of its content
         */
        public void answered(int status, long bytes) {
            MDC.put(Passage.REQUEST_ID, request().id());
            try {
                record.tell(Optional.of(ready.matched()), status, bytes);
            } finally {
                MDC.remove(Passage.REQUEST_ID);
                ready.arguments().close();
            }
        }

        private Response rendered(Problem problem) {
            return stages().errors().answer(problem, request(), Optional.of(call.operation()));
        }

        private Request request() {
            return ready.matched().request();
        }

        private Stages stages() {
            return ready.matched().stages();
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
