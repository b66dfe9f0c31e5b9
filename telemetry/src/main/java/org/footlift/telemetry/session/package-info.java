/**
 * Recorded sessions: reading and writing the WPILOG 1.0 format, and what Footlift puts into it. Files are private to their user. Nothing
 * here runs in the tick, and nothing that fails here concerns anyone but the recording.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.telemetry.session;
