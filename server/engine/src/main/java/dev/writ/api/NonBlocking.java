package dev.writ.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource or one of its methods: it never waits for anything, be it a disk, a lock or another server. Such an
 * operation, if it needs no credentials either, is answered without taking one of the threads that others may wait on, so
 * it is answered at once however slow those are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NonBlocking {}
