package org.footlift.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Everything that a person needs to know of one setting. The reader, the writer, the records' own checks and the settings reference
 * page all take it from here, so that none can disagree. The key in a file is {@link #key}, or the component's name in snake_case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** What it does, in one or two plain sentences. */
    String value();

    /** Key in the file when it differs from the component's name: {@code amplitude_ma} for {@code amplitudeUa}. */
    String key() default "";

    /** Unit in the file, in words: {@code milliseconds}. Empty for a setting without one. */
    String unit() default "";

    /** How many of the component's units make one of the file's: 1000 for {@code amplitude_ma} in {@code amplitudeUa}. */
    int scale() default 1;

    /** Whether people write it in hexadecimal, as data sheets do. */
    boolean hex() default false;

    /** Smallest value allowed, in the component's unit. */
    long min() default Long.MIN_VALUE;

    /** Largest value allowed, in the component's unit. */
    long max() default Long.MAX_VALUE;
}
