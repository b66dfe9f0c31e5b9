package org.footlift.controller.gait;

/** The weighted sum of v vᵀ over recent vectors, and its largest eigenvector by power iteration. Allocates nothing after construction. */
final class SecondMoment {
    private double xx;
    private double xy;
    private double xz;
    private double yy;
    private double yz;
    private double zz;

    /** Takes a vector, after forgetting {@code forgotten}, a share from 0 to 1, of what was. */
    void add(Vector3 v, double weight, double forgotten) {
        double kept = 1 - forgotten;
        xx = kept * xx + weight * v.x * v.x;
        xy = kept * xy + weight * v.x * v.y;
        xz = kept * xz + weight * v.x * v.z;
        yy = kept * yy + weight * v.y * v.y;
        yz = kept * yz + weight * v.y * v.z;
        zz = kept * zz + weight * v.z * v.z;
    }

    /** One step of power iteration: {@code unit} turns towards the largest eigenvector, never to its opposite. */
    void follow(Vector3 unit) {
        double x = xx * unit.x + xy * unit.y + xz * unit.z;
        double y = xy * unit.x + yy * unit.y + yz * unit.z;
        double z = xz * unit.x + yz * unit.y + zz * unit.z;
        if (x * x + y * y + z * z > 0) { // nothing was taken yet otherwise
            unit.set(x, y, z);
            unit.normalise();
        }
    }
}
