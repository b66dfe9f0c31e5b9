/**
 * The real-time loop around the tick: deadlines, devices, heartbeat, publishing, and what happens when anything throws. The only part of
 * this module that touches the world.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.controller.loop;
