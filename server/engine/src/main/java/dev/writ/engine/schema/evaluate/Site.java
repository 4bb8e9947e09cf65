package dev.writ.engine.schema.evaluate;

import dev.writ.engine.model.Place;

/** Where a keyword stands. */
record Site(Place schema, String keyword) {
    Place place() {
        return schema.child(keyword);
    }
}
