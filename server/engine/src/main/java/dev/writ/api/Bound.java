package dev.writ.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the parameter of the contract whose checked value the engine passes here. An argument without it is the
 * request body.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Bound {
    /** The parameter's name, spelt as in the contract. */
    String value();

    /** {@code path}, {@code query}, {@code header} or {@code cookie}; needed only where one operation uses a name twice. */
    String in() default "";
}
