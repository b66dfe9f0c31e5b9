/**
 * The profile store: revisions of one wearer's settings that survive a crash at any byte and a failing disk, and the few file operations
 * that this takes. Blocks on the disk: nothing here may be called from the control loop. Knows no clock.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.config.store;
