package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Response;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** All that is tried on one document. */
final class DocumentProperty {
    private final Path document;
    private final long seed;
    private final int rounds;
    private final int seconds;
    private final long start = System.nanoTime();
    private final Summary summary = new Summary();
    private final Spec spec;
    private final Subject subject;
    private final OperationProperty operations;
    private final HeadProperty heads;
    private final ResponseProperty responses;
    private final SchemaSet asked;
    private final SchemaSet answered;
    private final Referee askedBy;
    private final Referee answeredBy;

    DocumentProperty(Path document, long seed, int rounds, int seconds) {
        this.seconds = seconds;
        this.document = document;
        this.seed = seed;
        this.rounds = rounds;
        Library library = new Library(document);
        spec = SpecReader.read(library);
        subject = new Subject(document, scopes(spec));
        asked = new SchemaSet(library, Direction.REQUEST);
        answered = new SchemaSet(library, Direction.RESPONSE);
        askedBy = new Referee(asked);
        answeredBy = new Referee(answered);
        RequestMaker requests = new RequestMaker(asked, askedBy, spec, summary);
        operations = new OperationProperty(subject, requests, asked, askedBy, summary);
        heads = new HeadProperty(subject, new Templates(spec.operations()), summary);
        responses = new ResponseProperty(subject, answered, answeredBy, summary);
    }

    Summary summary() {
        return summary;
    }

    /** Whether there is time for more. */
    boolean hasTime() {
        return System.nanoTime() - start < seconds * 1_000_000_000L;
    }

    /** Where the engine and the document differ. */
    List<String> check(Spec.Operation operation) {
        Verdicts verdicts = new Verdicts("-Dtest=AnyDocumentTest -Dspec=" + document + " -Dseed=" + seed + " -Drounds="
                + rounds + " '-Doperation=" + operation.id() + "'");
        summary.count("operations");
        for (int round = 0; round < rounds; round++) {
            Random random = new Random(seed * 31 + operation.id().hashCode() + round * 1_000_003L);
            Optional<Draft> valid = operations.check(operation, responses.sample(operation, random), random, verdicts);
            if (valid.isPresent()) {
                heads.check(valid.get(), verdicts);
                responses.check(valid.get(), random, verdicts);
                SequenceProperty sequences = new SequenceProperty(subject, summary, random, verdicts);
                responses
                        .sample(operation, random)
                        .ifPresentOrElse(subject::answerWith, () -> subject.answerWith(Response.of(204)));
                sequences.checkRequests(valid.get(), asked, askedBy);
                sequences.checkAnswers(valid.get(), answered, answeredBy);
            } else {
                summary.count("operations without a valid request");
            }
        }
        return verdicts.disagreements();
    }

    private static Set<String> scopes(Spec spec) {
        Set<String> scopes = new HashSet<>();
        spec.operations()
                .forEach(operation -> operation.security().forEach(alternative -> {
                    for (JsonNode required : alternative.values()) {
                        required.forEach(scope -> scopes.add(scope.asText()));
                    }
                }));
        return scopes;
    }
}
