/** For the tests of applications: requests without a port. Knows no test framework. */
@NullMarked
package dev.writ.engine.testing;

import org.jspecify.annotations.NullMarked;
