/**
 * What the controller needs from the world, as small interfaces and plain data. No implementation, no dependency:
 * real devices live in sub-packages, virtual ones in the {@code sim} module.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.hal;
