/**
 * The reference service, a to-do list: {@link dev.writ.service.Main} starts it, {@link dev.writ.service.ServiceBinder} says
 * what implements what. A package per feature; features do not know one another.
 */
@NullMarked
package dev.writ.service;

import org.jspecify.annotations.NullMarked;
