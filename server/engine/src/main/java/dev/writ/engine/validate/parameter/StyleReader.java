package dev.writ.engine.validate.parameter;

/** A style, for one parameter. Thread-safe. */
interface StyleReader {
    /** Finds the parameter and cuts it at the delimiters of the style; each piece is decoded once, afterwards. */
    Reading read(Sent sent, Kind kind);
}
