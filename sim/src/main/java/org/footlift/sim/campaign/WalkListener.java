package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Is shown a walk as it happens. */
interface WalkListener {
    /** Nobody listens. */
    WalkListener NOBODY = new WalkListener() {
        @Override
        public void begins(Settings settings) {}

        @Override
        public void ticks(TickInput in, TickOutput out) {}
    };

    /** A new controller begins. */
    void begins(Settings settings);

    /** One tick; both objects are reused. */
    void ticks(TickInput in, TickOutput out);
}
