package org.footlift.sim;

import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HeartbeatLine;
import org.footlift.hal.Pacer;
import org.footlift.hal.Panel;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorSource;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;

/**
 * A virtual wearer with the driver of a real stimulator. Every pulse is handed to both: what the wearer's own stimulator counts and judges is
 * what the driver was given.
 */
public final class DrivenHardware implements Hardware, Walked {
    private final VirtualHardware wearer;
    private final Stimulator driver;
    private final long aheadNs;
    private final Stimulator both = new Both();

    /**
     * Both are closed with this.
     *
     * @param aheadNs by how much the driver's clock is ahead of the wearer's
     */
    public DrivenHardware(VirtualHardware wearer, Stimulator driver, long aheadNs) {
        this.aheadNs = aheadNs;
        this.wearer = wearer;
        this.driver = driver;
    }

    @Override
    public WalkTruth truth() {
        return wearer.truth();
    }

    @Override
    public SensorSource sensors() {
        return wearer.sensors();
    }

    @Override
    public Stimulator stimulator() {
        return both;
    }

    @Override
    public HeartbeatLine heartbeat() {
        return wearer.heartbeat();
    }

    @Override
    public Panel panel() {
        return wearer.panel();
    }

    @Override
    public Clock clock() {
        return wearer.clock();
    }

    @Override
    public Pacer pacer() {
        return wearer.pacer();
    }

    @Override
    public void close() {
        both.close();
        wearer.close();
    }

    private final class Both implements Stimulator {
        private final PulseCommand onItsClock = new PulseCommand();

        @Override
        public void pulse(int channel, PulseCommand command) {
            onItsClock.copyFrom(command);
            onItsClock.expiresNs += aheadNs;
            driver.pulse(channel, onItsClock); // first: it is the one that must not wait
            wearer.stimulator().pulse(channel, command);
        }

        @Override
        public void silence() {
            driver.silence();
            wearer.stimulator().silence();
        }

        @Override
        public void status(StimulatorStatus into) {
            driver.status(into);
        }

        @Override
        public String complaint() {
            return driver.complaint();
        }

        @Override
        public void close() {
            driver.close();
            wearer.stimulator().close();
        }
    }
}
