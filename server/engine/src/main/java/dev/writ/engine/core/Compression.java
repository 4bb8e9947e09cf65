package dev.writ.engine.core;

/**
 * Which content is coded (RFC 9110, section 8.4).
 *
 * @param requests whether content of requests may be coded; what it inflates to is bounded as content that is not
 * @param answers which answers are coded, where the client asks for it
 * @param leastBytes of content that is worth coding
 */
public record Compression(boolean requests, Answers answers, int leastBytes) {

    /** Which answers are coded. */
    public enum Answers {
        NONE,
        /** The documents of the engine: the contract, its viewer, its pages. There is no secret in them. */
        DOCUMENTS,
        /**
         * Those of operations too, but for what comes in pieces. Not for answers that have both a secret and something that a
         * stranger may choose: over TLS, the length of what is coded tells the one by the other (BREACH).
         */
        ALL
    }

    public static final Compression DEFAULT = new Compression(true, Answers.DOCUMENTS, 1024);

    public Compression withRequests(boolean choice) {
        return new Compression(choice, answers, leastBytes);
    }

    public Compression withAnswers(Answers choice) {
        return new Compression(requests, choice, leastBytes);
    }

    public Compression withLeastBytes(int bytes) {
        return new Compression(requests, answers, bytes);
    }

    AnswerCoding ofOperations() {
        return new AnswerCoding(answers == Answers.ALL, leastBytes);
    }

    AnswerCoding ofDocuments() {
        return new AnswerCoding(answers != Answers.NONE, leastBytes);
    }
}
