/** The pins and buses of a Raspberry Pi, and the back-end made of them. Pi4J's types appear here only. */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.pi;
