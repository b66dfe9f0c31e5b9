package org.footlift.controller.gait;

import java.util.Arrays;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.HardLimits;
import org.footlift.config.Settings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/**
 * One word out of several sensors: which one is believed, what it says, and what is wrong with the others. One thread; allocates
 * nothing after construction; its state depends on nothing but the frames it was given.
 */
public final class GaitDetector implements Gait {
    private static final long MS = 1_000_000L;
    private static final long STALE_NS = HardLimits.SENSOR_STALE_MS * MS;
    private static final long LOST_NS = HardLimits.SENSOR_LOST_MS * MS;
    /** Bounds of a stride that may enter the cadence, milliseconds: a run at the fast end, a very slow hemiparetic gait at the other. */
    private static final int SHORTEST_STRIDE_MS = 500;
    private static final int LONGEST_STRIDE_MS = 4_000;
    /** Without a stride for this long nobody walks, nanoseconds. */
    private static final long STANDING_NS = 3_000 * MS;
    /** Heel strikes of the IMU without any edge of the switch that make it stuck. */
    private static final int STUCK_STRIKES = 2;

    private static final GaitEvent[] EVENTS = GaitEvent.values();

    private final @Nullable HeelSwitchDetector heel;
    private final @Nullable ImuDetector foot;
    private final @Nullable ImuDetector shank;
    private final long stuckNs;
    private final long tickNs;

    private final long[] eventTimeNs = new long[EVENTS.length];
    private @Nullable LegDetector trusted;
    private DetectorSource source = DetectorSource.NONE;
    private int events;
    private int faults;
    private long startNs = LegDetector.NEVER;
    private long lastUsableNs = LegDetector.NEVER;
    private long lastStrideNs = LegDetector.NEVER;
    private long lastStrikeNs = LegDetector.NEVER;
    private int strides;
    private int strideMs;
    private int imuStrikesSinceEdge;
    private long heelHeardNs = LegDetector.NEVER;
    private boolean heelStuck;

    /** A detector for the sensors that the settings choose among those worn. */
    public GaitDetector(Settings settings) {
        Choice choice = settings.detector().sensors();
        boolean heelChosen = choice != Choice.IMU && settings.sensors().heelSwitch();
        boolean imuChosen = choice != Choice.HEEL;
        heel = heelChosen ? new HeelSwitchDetector(settings.detector().heel()) : null;
        foot = imuChosen && settings.sensors().footImu().worn()
                ? new ImuDetector(ImuSite.FOOT, settings.sensors().footImu(), settings.detector().imu())
                : null;
        shank = imuChosen && settings.sensors().shankImu().worn()
                ? new ImuDetector(ImuSite.SHANK, settings.sensors().shankImu(), settings.detector().imu())
                : null;
        stuckNs = settings.detector().heel().stuckMs() * MS;
        tickNs = settings.loop().periodNs();
    }

    /** Takes one tick's samples and decides. {@code nowNs} is the tick's time. */
    public void update(SensorFrame frame, long nowNs) {
        if (startNs == LegDetector.NEVER) {
            startNs = nowNs;
        }
        clearEvents();
        feed(frame);
        watchHeelSwitch(nowNs);
        choose(nowNs);
        adoptEvents();
        countStride();
        judgeAge(nowNs);
    }

    private void clearEvents() {
        events = 0;
        Arrays.fill(eventTimeNs, 0);
        if (heel != null) {
            heel.events().clear();
        }
        if (foot != null) {
            foot.events().clear();
        }
        if (shank != null) {
            shank.events().clear();
        }
    }

    private void feed(SensorFrame frame) {
        if (heel != null) {
            for (int i = 0; i < frame.heelCount(); i++) {
                HeelSample sample = frame.heel(i);
                heel.accept(sample);
            }
        }
        for (int i = 0; i < frame.imuCount(); i++) {
            ImuSample sample = frame.imu(i);
            ImuDetector detector = sample.site == ImuSite.FOOT ? foot : shank;
            if (detector != null) {
                detector.accept(sample);
            }
        }
    }

    /** The IMU walks while a switch that once spoke does not change: it is stuck, or its lead is broken. An edge clears it. */
    private void watchHeelSwitch(long nowNs) {
        ImuDetector imu = foot != null ? foot : shank;
        if (heel == null || imu == null) {
            return;
        }
        if (heelHeardNs == LegDetector.NEVER) {
            if (heel.lastValidNs() == LegDetector.NEVER) {
                return;
            }
            heelHeardNs = nowNs;
        }
        boolean quiet = nowNs - Math.max(heelHeardNs, heel.lastEdgeNs()) > stuckNs;
        if (!quiet) {
            imuStrikesSinceEdge = 0;
            heelStuck = false;
        } else if (imu.events().has(GaitEvent.HEEL_STRIKE)) {
            imuStrikesSinceEdge++;
            heelStuck |= imuStrikesSinceEdge >= STUCK_STRIKES;
        }
    }

    private void choose(long nowNs) {
        boolean chatter = heel != null && heel.chattering(nowNs);
        boolean heelFresh = fresh(heel, nowNs);
        boolean footFresh = fresh(foot, nowNs);
        boolean shankFresh = fresh(shank, nowNs);
        trusted = null;
        source = DetectorSource.NONE;
        if (heelFresh && !chatter && !heelStuck) {
            trusted = heel;
            source = DetectorSource.HEEL_SWITCH;
        } else if (footFresh) {
            trusted = foot;
            source = DetectorSource.FOOT_IMU;
        } else if (shankFresh) {
            trusted = shank;
            source = DetectorSource.SHANK_IMU;
        }
        faults = (chatter ? Fault.HEEL_SWITCH_CHATTER.bit() : 0) | (heelStuck ? Fault.HEEL_SWITCH_STUCK.bit() : 0)
                | (moved(foot) || moved(shank) ? Fault.SENSOR_MOVED.bit() : 0);
    }

    private static boolean moved(@Nullable ImuDetector imu) {
        return imu != null && imu.misfit();
    }

    /**
     * A sensor that was silent for too long has lost its place in the stride, and begins anew with its next sample. So has one that speaks
     * from the future; but a reader may stamp a sample just after the time of the tick that takes it.
     */
    private boolean fresh(@Nullable LegDetector detector, long nowNs) {
        if (detector == null || detector.lastValidNs() == LegDetector.NEVER) {
            return false;
        }
        long ageNs = nowNs - detector.lastValidNs();
        if (ageNs < -tickNs || LegDetector.isGap(ageNs)) {
            detector.lose();
            return false;
        }
        return true;
    }

    /** Toe off and foot flat are the IMU's to say even when the heel switch decides the burst. */
    private void adoptEvents() {
        if (trusted == null) {
            return;
        }
        adopt(trusted.events(), ~0);
        ImuDetector imu = foot != null ? foot : shank;
        if (trusted == heel && imu != null) {
            adopt(imu.events(), GaitEvent.TOE_OFF.bit() | GaitEvent.FOOT_FLAT.bit());
        }
    }

    private void adopt(GaitEvents from, int mask) {
        for (int e = 0; e < eventTimeNs.length; e++) {
            GaitEvent event = EVENTS[e];
            if (from.has(event) && (mask & event.bit()) != 0) {
                events |= event.bit();
                eventTimeNs[e] = from.timeNs(event);
            }
        }
    }

    private void countStride() {
        if (GaitEvent.HEEL_OFF.in(events)) {
            lastStrideNs = eventTimeNs[GaitEvent.HEEL_OFF.ordinal()];
        }
        if (!GaitEvent.HEEL_STRIKE.in(events)) {
            return;
        }
        long strikeNs = eventTimeNs[GaitEvent.HEEL_STRIKE.ordinal()];
        strides++;
        if (lastStrikeNs != LegDetector.NEVER) {
            long ms = (strikeNs - lastStrikeNs) / MS;
            if (ms >= SHORTEST_STRIDE_MS && ms <= LONGEST_STRIDE_MS) {
                strideMs = strideMs == 0 ? (int) ms : strideMs + ((int) ms - strideMs) / 4;
            }
        }
        lastStrikeNs = strikeNs;
        lastStrideNs = strikeNs;
    }

    private void judgeAge(long nowNs) {
        if (trusted != null) {
            lastUsableNs = trusted.lastValidNs();
            return;
        }
        boolean never = lastUsableNs == LegDetector.NEVER;
        lastUsableNs = Math.min(lastUsableNs, nowNs); // after a clock that went back, silence counts from here
        long since = never ? startNs : lastUsableNs;
        if (!never || nowNs - since > STALE_NS) { // at power-up a sensor has its time to say its first word
            faults |= Fault.SENSOR_STALE.bit();
        }
        if (nowNs - since > LOST_NS) {
            faults |= Fault.SENSOR_LOST.bit();
        }
    }

    /** Writes phase, source, events and cadence of this tick. */
    public void describe(TickOutput out, long nowNs) {
        out.phase = phase();
        out.source = source;
        out.events = events;
        System.arraycopy(eventTimeNs, 0, out.eventTimeNs, 0, eventTimeNs.length);
        out.walking = walking(nowNs);
        out.strides = strides;
        out.strideMs = strideMs;
    }

    @Override
    public GaitPhase phase() {
        return trusted == null ? GaitPhase.UNKNOWN : trusted.phase();
    }

    @Override
    public boolean has(GaitEvent event) {
        return event.in(events);
    }

    @Override
    public long eventTimeNs(GaitEvent event) {
        return eventTimeNs[event.ordinal()];
    }

    @Override
    public DetectorSource source() {
        return source;
    }

    @Override
    public boolean validStance() {
        return trusted != null && trusted.validStance();
    }

    /** True once any chosen sensor has given a usable sample. */
    public boolean heard() {
        return lastUsableNs != LegDetector.NEVER;
    }

    /** True while the wearer walks: a stride began or ended within the last 3 s. */
    public boolean walking(long nowNs) {
        return lastStrideNs != LegDetector.NEVER && nowNs - lastStrideNs < STANDING_NS;
    }

    @Override
    public int strideMs() {
        return strideMs;
    }

    /** What is wrong with the sensors now: bits of {@link Fault}. */
    public int faults() {
        return faults;
    }
}
