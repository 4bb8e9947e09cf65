/** What commands ask of the person at the terminal, and show there. */
@NullMarked
package dev.writ.service.terminal;

import org.jspecify.annotations.NullMarked;
