/**
 * Settings: immutable records that check themselves, the compiled limits above them, and TOML to and from a person.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.config;
