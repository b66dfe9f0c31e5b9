package org.footlift.controller.gait;

/** Three numbers in the sensor's frame, changed in place, so that the tick allocates nothing. */
final class Vector3 {
    double x;
    double y;
    double z;

    void set(double newX, double newY, double newZ) {
        x = newX;
        y = newY;
        z = newZ;
    }

    void set(Vector3 other) {
        set(other.x, other.y, other.z);
    }

    void scale(double factor) {
        set(x * factor, y * factor, z * factor);
    }

    void addScaled(Vector3 other, double factor) {
        set(x + other.x * factor, y + other.y * factor, z + other.z * factor);
    }

    double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this)); // exact by IEEE 754 on every machine
    }

    /** Becomes its own direction; stays as it is when it has none. */
    void normalise() {
        double length = length();
        if (length > 0) {
            scale(1 / length);
        }
    }

    /** Keeps what lies across {@code unit}. */
    void removeAlong(Vector3 unit) {
        addScaled(unit, -dot(unit));
    }
}
