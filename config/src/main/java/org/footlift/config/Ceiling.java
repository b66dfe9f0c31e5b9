package org.footlift.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a person needs to know of one of the {@link HardLimits}: the settings reference page is written from it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Ceiling {
    /** The quantity, in a few words. */
    String value();

    /** Unit of the constant, in words. */
    String unit();

    /** Why it is this number. */
    String because();
}
