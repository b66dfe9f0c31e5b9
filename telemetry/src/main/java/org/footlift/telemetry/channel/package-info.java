/**
 * The fixed layout of a tick record, and the memory-mapped channel on which the controller broadcasts its ticks to other processes
 * without ever waiting for one of them; and the way back, on which they ask something of it. Nothing here is stored for good (see {@code telemetry.session}) and nothing decides anything.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.telemetry.channel;
