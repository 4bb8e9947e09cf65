/**
 * Opens the database: brings its schema up to date, pools its connections and tells reads from writes. Knows no feature
 * and no table of one; the features' stores are built on {@link dev.writ.service.database.Database}.
 */
@NullMarked
package dev.writ.service.database;

import org.jspecify.annotations.NullMarked;
