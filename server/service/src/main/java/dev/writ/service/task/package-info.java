/**
 * The to-do list: its tasks and where they are kept. {@link dev.writ.service.task.TaskStore} is the port; its contract
 * is a test suite that every implementation passes.
 */
@NullMarked
package dev.writ.service.task;

import org.jspecify.annotations.NullMarked;
