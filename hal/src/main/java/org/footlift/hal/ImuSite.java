package org.footlift.hal;

/** Where an inertial measurement unit is worn. */
public enum ImuSite {
    /** On the foot or shoe: instep, dorsum, heel or lateral border. */
    FOOT,
    /** On the shank, anywhere between knee and ankle. */
    SHANK
}
