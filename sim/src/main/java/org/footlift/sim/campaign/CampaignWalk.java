package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.controller.Controller;
import org.footlift.hal.PulseCommand;
import org.footlift.sim.tape.Tapes;
import org.footlift.sim.wearer.Dice;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the real controller, tick by tick, in stepped time, as the control loop would drive it. The same plan and build give the same
 * result. One thread.
 */
final class CampaignWalk {
    private static final long MS = 1_000_000;
    private static final long HASH_PRIME = 0x9E3779B97F4A7C15L;
    /** Full strides after the restart in which stimulation must be back; the strike that ends the step under way comes before them. */
    private static final int RECOVERY_STRIKES = 1 + 3;
    /** A wearer who sits for long ends the walk: milliseconds beyond the last incident. */
    private static final long LONGEST_MS = 240_000;
    /** The longest window of a duty limit, and a stride. */
    private static final long DUTY_MS = 65_000;

    private final WalkPlan plan;
    private final WalkListener listener;
    private final Timeline timeline;
    private final SensorFaults sensors;
    private final DeviceFaults device;
    private final People people;
    private final Recorder recorder;
    private final FastWearer wearer;
    private final Judge judge = new Judge();
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private final int calmFromMs;

    private Outfit outfit;
    private Settings settings;
    private Controller controller;
    private long periodNs;
    /** Real time since the walk began; the process clock shows so much more. */
    private long worldNs;
    private long clockShiftNs;
    private long deadlineNs;
    /** Time as the stimulator sees it: real, and a clock that jumps forward counts as time. */
    private long deviceNs;
    private long hash;
    private long ticks;
    private long pulses;
    private int restartedAtStride = -1;
    private int recoveryStrides = -1;

    private CampaignWalk(WalkPlan plan, WalkListener listener) {
        this.plan = plan;
        this.listener = listener;
        timeline = new Timeline(plan.incidents());
        sensors = new SensorFaults(timeline);
        device = new DeviceFaults(timeline);
        people = new People(timeline, plan.restartMs());
        recorder = new Recorder(timeline);
        wearer = new FastWearer(Tapes.all().get(plan.tape()), plan.stand());
        calmFromMs = plan.calmFromMs();
        clockShiftNs = plan.originNs();
        outfit = plan.outfit();
        settings = outfit.settings();
        controller = new Controller(settings);
        load(outfit);
    }

    /** Walks. */
    static WalkResult of(WalkPlan plan) {
        return of(plan, WalkListener.NOBODY);
    }

    /** Walks, and shows every tick to {@code listener}. */
    static WalkResult of(WalkPlan plan, WalkListener listener) {
        return new CampaignWalk(plan, listener).run();
    }

    private WalkResult run() {
        while (judge.breach() == null && !over()) {
            timeline.advance(worldNs / 1e6);
            if (!restarted()) {
                nextTick();
            }
        }
        int strides = wearer.strides(worldNs);
        StopWatch stops = judge.stops();
        return new WalkResult(strides, ticks, pulses, hash, judge.breach(), stops.hardMaxTicks(), stops.softMaxMs(),
                stops.fallMaxMs(), judge.modes().stops(), recoveryStrides);
    }

    private boolean over() {
        long nowMs = worldNs / MS;
        if (nowMs < calmFromMs) {
            return false;
        }
        boolean enough = wearer.strides(worldNs) >= plan.strides() && recoveryStrides >= 0;
        return enough || nowMs > calmFromMs + LONGEST_MS;
    }

    /** A profile is put on, by a controller that knows nothing yet. */
    private void load(Outfit next) {
        outfit = next;
        settings = next.settings();
        controller = new Controller(settings);
        periodNs = settings.loop().periodNs();
        wearer.wear(settings);
        out.mode = Mode.OFF;
        restartedAtStride = -1; // an incident shorter than a tick ends one that was calm already
        recoveryStrides = -1;
        deadlineNs = worldNs + clockShiftNs + periodNs;
        judge.begins(settings);
        listener.begins(settings);
    }

    /** What ends one controller and begins another. */
    private boolean restarted() {
        if (timeline.begins(IncidentKind.KILL)) {
            Dice dice = timeline.dice(IncidentKind.KILL);
            offFor(dice.oneOf(200, 2_000));
            in.tick = 0;
            load(outfit);
            return true;
        }
        if (timeline.begins(IncidentKind.POWER_CUT)) {
            Dice dice = timeline.dice(IncidentKind.POWER_CUT);
            int found = dice.oneOf(0, 2); // the old profile, the new one, or none: then somebody has to load one
            offFor(dice.oneOf(2_000, 5_000) + (found == 2 ? 5_000 : 0));
            clockShiftNs = dice.oneOf(0, 60_000) * MS - worldNs; // the clock counts from the start of the machine
            in.tick = 0;
            load(found == 0 ? outfit : any(dice));
            return true;
        }
        boolean wrong = timeline.begins(IncidentKind.WRONG_PROFILE);
        boolean changed = timeline.begins(IncidentKind.CHANGE_MID_SWING)
                && timeline.of(IncidentKind.CHANGE_MID_SWING).seed() % 5 == 4;
        if (wrong || changed) {
            load(any(timeline.dice(wrong ? IncidentKind.WRONG_PROFILE : IncidentKind.CHANGE_MID_SWING)));
            return true;
        }
        return false;
    }

    private static Outfit any(Dice dice) {
        return Outfit.values()[dice.oneOf(0, Outfit.values().length - 1)];
    }

    /** The machine does nothing for a while, and nobody reads the sensors. */
    private void offFor(int ms) {
        worldNs += ms * MS;
        deviceNs += ms * MS;
        wearer.skipTo(worldNs);
    }

    private void nextTick() {
        long beforeNs = worldNs + clockShiftNs;
        jump();
        long nowNs = StrictMath.max(deadlineNs + latenessNs(), beforeNs + 1);
        if (timeline.begins(IncidentKind.CLOCK_JUMP) && clockShiftNs + worldNs < beforeNs) {
            nowNs = deadlineNs; // a clock that went back: the loop's deadlines went with it
        }
        long lateNs = StrictMath.max(0, nowNs - deadlineNs);
        int skipped = (int) (lateNs / periodNs);
        deadlineNs += (1L + skipped) * periodNs;
        deviceNs += nowNs > beforeNs ? nowNs - beforeNs : periodNs;
        worldNs = nowNs - clockShiftNs;
        in.tick += 1 + skipped;
        in.timeNs = nowNs;
        in.lateNs = lateNs;
        in.skippedPeriods = skipped;
        tick();
    }

    /** Forward, the loop finds itself late; back, it finds a time that it has had. */
    private void jump() {
        if (!timeline.begins(IncidentKind.CLOCK_JUMP)) {
            return;
        }
        Incident incident = timeline.of(IncidentKind.CLOCK_JUMP);
        boolean back = incident.seed() % 2 == 0;
        if (back) {
            long byNs = StrictMath.max(periodNs, StrictMath.min(incident.forMs(), 2_000) * MS);
            clockShiftNs -= byNs + periodNs;
            deadlineNs -= byNs + periodNs;
        } else {
            clockShiftNs += incident.forMs() * MS;
        }
    }

    private long latenessNs() {
        long lateNs = 0;
        if (timeline.begins(IncidentKind.CLOCK_JUMP) && timeline.of(IncidentKind.CLOCK_JUMP).seed() % 2 != 0) {
            lateNs += timeline.of(IncidentKind.CLOCK_JUMP).forMs() * MS;
        }
        if (timeline.begins(IncidentKind.LOOP_PAUSE)) {
            lateNs += StrictMath.max(10, StrictMath.min(timeline.of(IncidentKind.LOOP_PAUSE).forMs(), 5_000)) * MS;
        }
        if (timeline.on(IncidentKind.BROWN_OUT)) {
            Dice dice = timeline.dice(IncidentKind.BROWN_OUT);
            boolean far = dice.oneOf(0, 19) == 0;
            lateNs += dice.oneOf(0, far ? 150_000 : (int) (periodNs / 1_000)) * 1_000L;
        }
        return lateNs;
    }

    private void tick() {
        boolean calm = worldNs >= calmFromMs * MS;
        in.sensors.clear();
        wearer.drain(worldNs, clockShiftNs, sensors, in.sensors);
        device.report(in.stimulator);
        people.act(worldNs / 1e6, out, calm, settings.modes().start(), in);
        try {
            controller.tick(in, out);
        } catch (RuntimeException | Error thrown) { // whatever it is: the loop would stop for good
            judge.broken(Invariant.NOTHING_THROWN, thrown.toString());
            return;
        }
        ticks++;
        judge.tick(in, out, deviceNs, worldNs / MS);
        listener.ticks(in, out);
        recorder.tick(in, out, settings);
        note();
        if (calm) {
            live();
        }
    }

    /** After the last incident: from the moment the wearer walks again, stimulation must be there soon. */
    private void live() {
        if (recoveryStrides >= 0) {
            return;
        }
        if (out.mode != Mode.WALK) {
            restartedAtStride = -1;
            return;
        }
        if (Limit.DUTY.in(out.limits) && worldNs < (calmFromMs + DUTY_MS) * MS) {
            restartedAtStride = -1; // what was spent on tests before must be forgotten first
            return;
        }
        int strides = wearer.strides(worldNs);
        if (restartedAtStride < 0) {
            restartedAtStride = strides;
        } else if (Judge.anyPulse(out)) {
            recoveryStrides = strides - restartedAtStride;
        } else if (strides - restartedAtStride > RECOVERY_STRIKES) {
            judge.broken(Invariant.LIVENESS, (strides - restartedAtStride)
                    + " heel strikes after the wearer pressed Start, and no pulse; faults " + out.faults);
        }
    }

    private void note() {
        long mixed = mix(mix(mix(hash, in.timeNs), out.mode.ordinal() + 8L * out.levelPct), out.faults);
        mixed = mix(mixed, out.limits | (long) out.events << 32);
        for (PulseCommand pulse : out.pulses) {
            if (pulse.isPulse()) {
                pulses++;
                mixed = mix(mix(mixed, pulse.amplitudeUa | (long) pulse.pulseWidthUs << 32),
                        pulse.recoveryAmplitudeUa | (long) pulse.recoveryWidthUs << 32);
            }
        }
        hash = mixed;
    }

    private static long mix(long into, long value) {
        long mixed = (into ^ value) * HASH_PRIME;
        return mixed ^ mixed >>> 29;
    }

    /** A recording on a disk that fails, while {@link IncidentKind#DISK_ERROR} is on. What it does must not be seen anywhere else. */
    private static final class Recorder {
        private final Timeline timeline;
        private @Nullable FailingRecording recording;

        Recorder(Timeline timeline) {
            this.timeline = timeline;
        }

        void tick(TickInput in, TickOutput out, Settings settings) {
            if (!timeline.on(IncidentKind.DISK_ERROR)) {
                recording = null;
                return;
            }
            if (recording == null) {
                recording = new FailingRecording(settings, timeline.dice(IncidentKind.DISK_ERROR));
            }
            recording.write(in, out);
        }
    }
}
