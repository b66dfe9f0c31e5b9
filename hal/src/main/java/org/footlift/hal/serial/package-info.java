/** Serial ports through jSerialComm, whose types appear here only. */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.serial;
