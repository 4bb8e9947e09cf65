/**
 * What an operator may choose: {@link dev.writ.service.configuration.Configuration}, read from the command line, the
 * environment and a file. {@code Settings} is the table that all else comes from: what is taken, what is told, the help.
 */
@NullMarked
package dev.writ.service.configuration;

import org.jspecify.annotations.NullMarked;
