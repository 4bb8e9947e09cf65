/** What the engine serves about the contract itself: the document, a viewer, a landing page, pages for problem types. */
@NullMarked
package dev.writ.engine.docs;

import org.jspecify.annotations.NullMarked;
