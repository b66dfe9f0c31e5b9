/** The rules of the architecture, as tests over every class of every module. */
@org.jspecify.annotations.NullMarked
package org.footlift.architecture;
