package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private final LiveView view = new LiveView("title");
    private final TickOutput out = new TickOutput();

    private void tick(int limits) {
        out.limits = limits;
        view.onTick(new TickInput(), out);
    }

    @Test
    void saysWhatLimitedAPulseLastAndHowOftenAnyLimitDid() {
        assertTrue(view.block().contains("  limits   none"));
        tick(Limit.RISE.bit());
        tick(Limit.CLINICIAN_CAP.bit() | Limit.DENSITY.bit());
        tick(0);
        assertTrue(view.block().contains("  limits   clinician's cap, r.m.s. density (in 2 ticks so far)"),
                () -> view.block().toString());
    }

    @Test
    void showsTheMostUrgentFault() {
        out.mode = Mode.WALK;
        out.faults = Fault.SENSOR_MOVED.bit() | Fault.SENSOR_STALE.bit();
        tick(0);
        assertEquals("walking. Waiting for the sensor.", view.headline());
    }
}
