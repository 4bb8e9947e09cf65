package dev.writ.engine.anydocument;

/** Which way a value goes; decides on readOnly and writeOnly. */
enum Direction {
    REQUEST("readOnly"),
    RESPONSE("writeOnly");

    private final String foreign;

    Direction(String foreign) {
        this.foreign = foreign;
    }

    /** The keyword of properties that do not travel this way. */
    String foreign() {
        return foreign;
    }
}
