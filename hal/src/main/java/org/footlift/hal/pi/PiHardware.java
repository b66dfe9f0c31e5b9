package org.footlift.hal.pi;

import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HeartbeatLine;
import org.footlift.hal.Indicators;
import org.footlift.hal.Pacer;
import org.footlift.hal.Panel;
import org.footlift.hal.SensorSource;
import org.footlift.hal.Stimulator;
import org.footlift.hal.linux.SystemTime;

/**
 * What was opened, in one.
 *
 * @param sensors heel sensor and IMUs
 * @param stimulator on its serial port
 * @param heartbeat the line
 * @param controls buttons and lights
 * @param time of all of it
 * @param closing closes it
 */
record PiHardware(SensorSource sensors, Stimulator stimulator, HeartbeatLine heartbeat, PiPanel controls,
        SystemTime time, Runnable closing) implements Hardware {
    @Override
    public Panel panel() {
        return controls;
    }

    @Override
    public Indicators indicators() {
        return controls;
    }

    @Override
    public Clock clock() {
        return time;
    }

    @Override
    public Pacer pacer() {
        return time;
    }

    @Override
    public void close() {
        closing.run();
    }
}
