/** Linux itself, called through the Foreign Function and Memory API. Scheduling and time run on without it elsewhere; pseudo-terminals do not exist there. */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.linux;
