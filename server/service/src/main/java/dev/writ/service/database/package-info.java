/**
 * Opens the database: brings its schema up to date, pools its connections and tells reads from writes. Knows no table of a feature
 * and no feature; the features' stores are built on {@link dev.writ.service.database.Database}.
 */
@NullMarked
package dev.writ.service.database;

import org.jspecify.annotations.NullMarked;
