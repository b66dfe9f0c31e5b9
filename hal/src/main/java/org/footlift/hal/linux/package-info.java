/** Linux itself, called through the Foreign Function and Memory API. Nothing here exists on other systems; ask before use. */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.linux;
