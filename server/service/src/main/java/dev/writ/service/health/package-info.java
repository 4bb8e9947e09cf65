/** Whether the service lives, and whether it can serve. */
@NullMarked
package dev.writ.service.health;

import org.jspecify.annotations.NullMarked;
