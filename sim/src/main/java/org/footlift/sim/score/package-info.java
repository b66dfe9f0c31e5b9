/**
 * How well events and stimulation met the truth of a recording: figures by group and by person, the same to the last digit as the
 * published reference. Detects nothing and reads no settings: it sees recordings, labels and what was detected.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.score;
