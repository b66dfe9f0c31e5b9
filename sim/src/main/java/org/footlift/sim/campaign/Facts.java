package org.footlift.sim.campaign;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.PanelState;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** What can be seen of a tick from outside, for all watches: causes, acts, pulses, time. Allocates nothing. */
final class Facts {
    static final long MS = 1_000_000;
    /** Design: a sensor may be silent for so long. */
    private static final long STALE_NS = 100 * MS;
    private static final long LOST_NS = 1_000 * MS;
    private static final long NEVER = Long.MIN_VALUE;

    private long tickNs;
    private boolean heelCounts;
    private boolean imuCounts;
    private final PanelState before = new PanelState();
    private long lastInputNs;
    private long lastDeviceNs;
    private long newestSampleNs;
    private boolean first;

    /** Time as it passes for stimulator and wearer. */
    long nowNs;
    /** Since the tick before, on the device's time and on the controller's. */
    long elapsedNs;
    long controllerElapsedNs;
    /** The cause of a hard stop is in this tick's input. */
    boolean hardCause;
    boolean timeStoodStill;
    /** The cause of a soft stop is, and of one that latches. */
    boolean softCause;
    boolean latchingSoftCause;
    /** The wearer, or somebody with the right to, asked for something to begin. */
    boolean startAct;
    boolean testAct;
    boolean pauseAct;
    boolean pulsed;
    /** The controller says that the burst it gives is another than in the tick before. */
    boolean anotherBurst;
    /** As of the tick before. */
    Mode modeBefore = Mode.OFF;
    int levelBefore;
    int faultsBefore;
    private int burstsBefore;

    void begins(Settings settings) {
        Choice choice = settings.detector().sensors();
        tickNs = settings.loop().periodNs();
        heelCounts = choice != Choice.IMU && settings.sensors().heelSwitch();
        imuCounts = choice != Choice.HEEL;
        first = true;
        newestSampleNs = NEVER;
        modeBefore = Mode.OFF;
        faultsBefore = 0;
        burstsBefore = 0;
        levelBefore = settings.modes().startLevelPct();
    }

    void take(TickInput in, TickOutput out, long deviceNs) {
        nowNs = deviceNs;
        elapsedNs = first ? 0 : deviceNs - lastDeviceNs;
        controllerElapsedNs = first ? 0 : StrictMath.max(0, in.timeNs - lastInputNs);
        timeStoodStill = !first && in.timeNs <= lastInputNs;
        hardCause = in.stop || in.stimulator.condition != Condition.READY || timeStoodStill;
        listen(in);
        boolean silent = newestSampleNs != NEVER && in.timeNs - newestSampleNs > STALE_NS;
        boolean lost = newestSampleNs != NEVER && in.timeNs - newestSampleNs > LOST_NS;
        softCause = in.lateNs > STALE_NS || silent;
        latchingSoftCause = in.lateNs > LOST_NS || lost;
        acts(in);
        pulsed = Judge.anyPulse(out);
        anotherBurst = out.bursts != burstsBefore;
    }

    /** The newest reading that says of itself that it is one. The controller may believe fewer, never more. */
    private void listen(TickInput in) {
        for (int i = 0; heelCounts && i < in.sensors.heelCount(); i++) {
            HeelSample sample = in.sensors.heel(i);
            hear(sample.valid, sample.timeNs, in.timeNs);
        }
        for (int i = 0; imuCounts && i < in.sensors.imuCount(); i++) {
            ImuSample sample = in.sensors.imu(i);
            hear(sample.valid, sample.timeNs, in.timeNs);
        }
        if (timeStoodStill && newestSampleNs > in.timeNs + tickNs) {
            newestSampleNs = in.timeNs; // no longer a stamp that a reader may give: silence counts from here
        }
    }

    /** A controller that has just begun has heard nothing until something fresh comes. */
    private void hear(boolean valid, long timeNs, long nowNs) {
        boolean counts = newestSampleNs != NEVER || nowNs - timeNs <= STALE_NS;
        if (valid && counts && timeNs <= nowNs + tickNs) { // a reader may stamp just after the time of the tick that takes it
            newestSampleNs = StrictMath.max(newestSampleNs, timeNs);
        }
    }

    private void acts(TickInput in) {
        PanelState panel = in.panel;
        if (first) {
            before.copyFrom(panel);
        }
        Request request = in.request;
        startAct = (panel.start && !before.start) || request == Request.START || request == Request.WALK
                || request == Request.EXERCISE || request == Request.EVALUATE;
        testAct = (panel.test && !before.test) || request == Request.TEST;
        pauseAct = (panel.pause && !before.pause) || request == Request.PAUSE;
    }

    boolean upPressed(TickInput in) {
        return in.panel.up && !before.up;
    }

    void remember(TickInput in, TickOutput out) {
        before.copyFrom(in.panel);
        lastInputNs = in.timeNs;
        lastDeviceNs = nowNs;
        modeBefore = out.mode;
        levelBefore = out.levelPct;
        faultsBefore = out.faults;
        burstsBefore = out.bursts;
        first = false;
    }

    static boolean stimulates(Mode mode) {
        return mode == Mode.WALK || mode == Mode.EXERCISE || mode == Mode.TEST;
    }

    static boolean idle(Mode mode) {
        return mode == Mode.OFF || mode == Mode.PAUSED;
    }
}
