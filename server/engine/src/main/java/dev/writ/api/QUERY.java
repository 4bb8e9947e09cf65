package dev.writ.api;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that answers QUERY: safe as GET is, with content (OpenAPI 3.2, section 4.9.1), for which JAX-RS has no annotation. */
@HttpMethod("QUERY")
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface QUERY {}
