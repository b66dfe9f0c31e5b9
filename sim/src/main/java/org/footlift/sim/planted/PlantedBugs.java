package org.footlift.sim.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bugs. A limit that sensible settings and a careful planner never meet is planted together with a careless planner: the governor must hold
 * it, and without the bug does.
 */
public final class PlantedBugs {
    private static final String CONTROLLER = "controller/Controller";
    private static final String GOVERNOR = "controller/safety/SafetyGovernor";
    private static final String ARITHMETIC = "controller/safety/PulseArithmetic";
    private static final String RAMP = "controller/safety/SettingRamp";
    private static final String DUTY = "controller/safety/DutyWindow";
    private static final String HISTORY = "controller/safety/ChannelHistory";
    private static final String MACHINE = "controller/safety/ModeMachine";
    private static final String TABLE = "controller/safety/ModeTable";
    private static final String LEVEL = "controller/safety/LevelControl";
    private static final String REGISTER = "controller/safety/FaultRegister";
    private static final String PLANNER = "controller/stimulation/StimulationPlanner";
    private static final String ENVELOPE = "controller/stimulation/Envelope";
    private static final String GAIT = "controller/gait/GaitDetector";
    private static final String HEEL = "controller/gait/HeelSwitchDetector";
    private static final String LEG = "controller/gait/LegDetector";
    private static final String MOTION = "controller/gait/SegmentMotion";
    private static final String FAULT = "telemetry/Fault";

    /** Wants far too much, and a pulse in every tick. */
    private static final PlantedBug GREEDY = bug("a greedy planner",
            new Edit(PLANNER, "into.amplitudeUa = (int) amplitudeUa;",
                    "into.amplitudeUa = (int) (20 * amplitudeUa + 7);"),
            new Edit(PLANNER, "into.pulseWidthUs = set.pulseWidthUs();",
                    "into.pulseWidthUs = 3 * set.pulseWidthUs() + 1;"),
            new Edit(PLANNER, "boolean due = lastPulseTick", "boolean due = true || lastPulseTick"));
    /** Lets a burst last half as long again as it may. */
    private static final PlantedBug LATE = bug("a planner that lets go late",
            new Edit(PLANNER, "boolean extended = ", "boolean extended = false && "),
            new Edit(PLANNER, "burst.ageNs(nowNs) >= (envelope.maxDurationMs() - fallingMs) * MS;",
                    "burst.ageNs(nowNs) >= 3 * envelope.maxDurationMs() / 2 * MS;"),
            new Edit(PLANNER, "if (!burst.falling() && burst.ageNs(nowNs) >= affordableNs - fallingMs * MS) {",
                    "if (nowNs < Long.MIN_VALUE) {"));
    /** Makes every burst its longest, whatever the duty. */
    private static final PlantedBug LINGERING = bug("a lingering planner",
            new Edit(PLANNER, "boolean extended = ", "boolean extended = false && "),
            new Edit(PLANNER, "if (longestNs < LEAST_BURST_NS) {", "if (nowNs < Long.MIN_VALUE) {"),
            new Edit(PLANNER, "Math.min(Math.min(setMs, longestMs), affordableNs / (2 * MS))",
                    "Math.min(setMs, longestMs)"),
            new Edit(PLANNER, "if (!burst.falling() && burst.ageNs(nowNs) >= affordableNs - fallingMs * MS) {",
                    "if (nowNs < Long.MIN_VALUE) {"));
    /** Does not fall when the mode ends. */
    private static final PlantedBug UNFALLING = bug("a planner that does not fall",
            new Edit(PLANNER, "LATCHED -> burst.fall(nowNs, envelope.fallingMs());", "LATCHED -> {}"));
    /** Begins a burst whenever the foot is not down. */
    private static final PlantedBug EAGER = bug("an eager planner",
            new Edit(PLANNER, "if (gait.has(GaitEvent.HEEL_OFF) &&",
                    "if ((gait.phase() == GaitPhase.PRE_SWING || gait.phase() == GaitPhase.SWING) &&"));

    /** Leaves no pause between two bursts. */
    private static final PlantedBug HASTY = bug("a hasty planner",
            new Edit(PLANNER, "return burstEndedNs == NONE || nowNs - burstEndedNs >= pauseNs;", "return true;"));

    /** What must do no harm, because the governor holds it. */
    static final List<PlantedBug> CARELESS = List.of(GREEDY, LATE, LINGERING, UNFALLING, EAGER, HASTY);

    /** All of them. */
    public static final List<PlantedBug> ALL = List.of(
            with(GREEDY, "the wearer's cap is ignored", GOVERNOR,
                    "amplitude = least(amplitude, caps.wearerAmplitudeUa(), Limit.WEARER_CAP);", ""),
            with(GREEDY, "the wearer's cap is off by one", GOVERNOR, "caps.wearerAmplitudeUa(),",
                    "caps.wearerAmplitudeUa() + 1,"),
            with(GREEDY, "the width's cap is off by one", GOVERNOR, "caps.pulseWidthUs(),", "caps.pulseWidthUs() + 1,"),
            with(GREEDY, "the charge is not limited", GOVERNOR,
                    "PulseArithmetic.largestByCharge(Math.min(caps.chargeNc(), HardLimits.CHARGE_NC), width)",
                    "Integer.MAX_VALUE"),
            with(GREEDY, "the charge is rounded up", ARITHMETIC, "chargeNc * 1_000L / widthUs",
                    "(chargeNc * 1_000L + widthUs - 1) / widthUs"),
            with(GREEDY, "the whole pad counts for the density", ARITHMETIC, "(100L * HardLimits.AREA_DIVISOR)",
                    "100L"),
            with(GREEDY, "the density is not limited", GOVERNOR,
                    "PulseArithmetic.largestByDensity(set.electrodeAreaMm2(), width, ratio, periodUs)",
                    "Integer.MAX_VALUE"),
            with(GREEDY, "the r.m.s. current is not limited", GOVERNOR,
                    "PulseArithmetic.largestByRms(HardLimits.RMS_UA, width, ratio, periodUs)", "Integer.MAX_VALUE"),
            with(GREEDY, "pulses may be a tick closer", GOVERNOR, "sinceLastTicks(tick) < spacingTicks)",
                    "sinceLastTicks(tick) < spacingTicks - 1)"),
            with(GREEDY, "pulses may be as close as they like", GOVERNOR, "!history[channel].hasRoom(nowNs) || ", ""),
            with(GREEDY, "an eighth pulse fits into 100 ms", HISTORY, "new long[HardLimits.PULSES_PER_WINDOW]",
                    "new long[HardLimits.PULSES_PER_WINDOW + 1]"),
            bug("the stimulator's range is ignored",
                    new Edit(GOVERNOR, "status.maxAmplitudeUa,", "Integer.MAX_VALUE,")),
            bug("the stimulator's widest pulse is ignored",
                    new Edit(GOVERNOR, "status.maxPulseWidthUs,", "Integer.MAX_VALUE,")),
            bug("the rise within a burst is not limited", new Edit(GOVERNOR,
                    "amplitude = least(amplitude, riseWithinBurstUa(channel, nowNs), Limit.RISE);", "")),
            bug("a burst rises twice as fast", new Edit(GOVERNOR, "fromUa + riseUa", "fromUa + 2 * riseUa")),
            bug("a burst rises from where the last one ended",
                    new Edit(GOVERNOR, "return sameBurst ? ", "return sameBurst || riseFromLast ? "),
                    new Edit(GOVERNOR, "private boolean mayFinish;",
                            "private boolean mayFinish; private final boolean riseFromLast = true;")),
            bug("the rise between settings is not limited",
                    new Edit(GOVERNOR, "amplitude = least(amplitude, ramps[channel].allowedUa(), Limit.RISE);", "")),
            bug("a hard stop does not restart the rise", new Edit(GOVERNOR, "ramp.reset();", "")),
            bug("the rise goes on while paused",
                    new Edit(RAMP, "if (lastNs != NEVER && stimulating) {", "if (lastNs != NEVER) {")),
            bug("a stall earns a rise", new Edit(RAMP, "Math.min(nowNs - lastNs, NS_PER_S / 10)", "nowNs - lastNs")),
            with(LATE, "a burst is not limited", GOVERNOR, "if (!burst.permits(", "if (false && !burst.permits("),
            with(LATE, "a spent burst needs no stance", GOVERNOR, "burstSpent = true;", ""),
            with(LINGERING, "the duty is not limited", GOVERNOR, "if (!duty(ruling).permits(",
                    "if (false && !duty(ruling).permits("),
            with(LINGERING, "the duty window forgets too soon", DUTY, "slotNs = windowMs * 1_000_000L / SLOTS;",
                    "slotNs = windowMs * 500_000L / SLOTS;"),
            with(LINGERING, "the duty counts half", GOVERNOR, "walkDuty.add(nowNs, worthNs);",
                    "walkDuty.add(nowNs, worthNs / 2);"),
            with(LINGERING, "the duty is two percent too large", DUTY, "* sharePct / 100", "* (sharePct + 2) / 100"),
            with(UNFALLING, "the tail of a mode has no end", GOVERNOR, "burst.on() && nowNs < tailUntilNs",
                    "burst.on()"),
            with(UNFALLING, "the tail of a mode may rise", GOVERNOR, "if (!stimulating) {", "if (false) {"),
            bug("a hard stop is not obeyed", new Edit(CONTROLLER, "!modes.faults().hardStop();\n        boolean pulsed",
                    "true;\n        boolean pulsed"), new Edit(CONTROLLER, "if (faults.hardStop()) {", "if (false) {")),
            bug("the recovery phase is a unit too strong",
                    new Edit(GOVERNOR, "command.amplitudeUa / ratio;", "command.amplitudeUa / ratio + 1;"),
                    new Edit(ARITHMETIC, "if (balanced) {", "if (true) {")),
            bug("the amplitude is not made divisible",
                    new Edit(GOVERNOR, "amplitude - amplitude % ratio", "amplitude"),
                    new Edit(ARITHMETIC, "if (balanced) {", "if (true) {")),
            bug("a pulse never expires", new Edit(GOVERNOR, "nowNs + tickNs;", "Long.MAX_VALUE;")),
            with(HASTY, "no pause is kept before a burst", GOVERNOR, "burst.sinceLastNs(nowNs) < refractoryNs",
                    "burst.sinceLastNs(nowNs) < 0"),
            with(EAGER, "no stance is required", GOVERNOR, "mode == Mode.WALK && stanceNeeded", "false"),
            with(EAGER, "Start requires no stance", CONTROLLER, "if (modes.started() || ", "if ("),
            with(EAGER, "a soft stop requires no stance", CONTROLLER, "modes.started() || faults.needsStance()",
                    "modes.started()"),
            with(EAGER, "what may finish has no end", GOVERNOR,
                    "mayFinish &= wanted && (burst.on() || heldUpNs >= HardLimits.REFRACTORY_MS * MS);", ""),
            bug("a latched fault clears by itself",
                    new Edit(REGISTER, "kept |= armed ? causes & KEPT : 0;", "kept = armed ? causes & KEPT : 0;")),
            bug("Pause ends a latch",
                    new Edit(TABLE, "new Row(LATCHED, PAUSE, LATCHED)", "new Row(LATCHED, PAUSE, PAUSED)")),
            bug("Start works while the cause is there", new Edit(TABLE, "new Row(LATCHED, FAULT, LATCHED),", "")),
            bug("a fault in a test only pauses",
                    new Edit(TABLE, "new Row(TEST, FAULT, LATCHED)", "new Row(TEST, FAULT, PAUSED)")),
            bug("a fault in walking is not in the table", new Edit(TABLE, "new Row(WALK, FAULT, LATCHED),", "")),
            bug("exercise cannot be paused", new Edit(TABLE, "new Row(EXERCISE, PAUSE, PAUSED),", "")),
            bug("exercise goes on while walking", new Edit(TABLE, "new Row(EXERCISE, WALKING, PAUSED),", "")),
            bug("walking is not paused without steps", new Edit(TABLE, "new Row(WALK, NO_STEPS, PAUSED),", "")),
            bug("ready begins to walk", new Edit(TABLE, "new Row(OFF, READY, PAUSED)", "new Row(OFF, READY, WALK)")),
            bug("Start counts while it is held", new Edit(MACHINE, "panel.start && !before.start", "panel.start")),
            bug("a test begins while the button is held", new Edit(MACHINE, "held && !testHeld;", "held;")),
            bug("a test does not end by itself", new Edit(MACHINE,
                    "!testHeld || testingNs >= settings.testBurstMs() * NS_PER_MS", "!testHeld")),
            bug("a test needs no further requests",
                    new Edit(MACHINE, "Math.max(0, testLeaseNs - elapsedNs)", "testLeaseNs")),
            bug("the level is never locked",
                    new Edit(LEVEL, "boolean unlocked = unlockedNs > 0;", "boolean unlocked = true;")),
            bug("the level takes two steps", new Edit(LEVEL, "pct + stepPct", "pct + 2 * stepPct")),
            bug("an open electrode stops softly", new Edit(FAULT, "ELECTRODE(Stop.HARD", "ELECTRODE(Stop.SOFT")),
            bug("the wearer's stop does not latch",
                    new Edit(FAULT, "WEARER_STOP(Stop.HARD, Clears.BY_WEARER",
                            "WEARER_STOP(Stop.HARD, Clears.BY_ITSELF")),
            bug("a stimulator that is gone is not noticed", new Edit(CONTROLLER, "Fault.STIMULATOR_LOST.bit();", "0;")),
            bug("the wearer's stop is not heard", new Edit(CONTROLLER, "in.stop ? Fault.WEARER_STOP.bit() : 0", "0")),
            bug("time may go back", new Edit(CONTROLLER, "!(in.timeNs > lastTimeNs)", "false")),
            bug("a late tick is not noticed", new Edit(CONTROLLER, "in.lateNs > LATE_NS ?", "false ?")),
            bug("a stalled loop does not latch", new Edit(CONTROLLER, "in.lateNs > STALLED_NS ?", "false ?")),
            bug("the heartbeat never stops", new Edit(CONTROLLER, "out.heartbeat = !modes.faults().hardStop();",
                    "out.heartbeat = true;")),
            bug("a silent sensor is not noticed", new Edit(GAIT, "faults |= Fault.SENSOR_STALE.bit();", "")),
            bug("a lost sensor does not latch", new Edit(GAIT, "faults |= Fault.SENSOR_LOST.bit();", "")),
            bug("a sample from the future is believed", new Edit(GAIT, "ageNs < -tickNs || ", "")),
            bug("a sensor may be silent five times as long",
                    new Edit(LEG, "HardLimits.SENSOR_STALE_MS * 1_000_000L",
                            "5 * HardLimits.SENSOR_STALE_MS * 1_000_000L")),
            bug("a reading that failed is believed", new Edit(HEEL, "!sample.valid || ", "")),
            bug("no number is taken for one", new Edit(MOTION, "Mounting.magnitudeDps(sample) <= IMPOSSIBLE_DPS",
                    "!(Mounting.magnitudeDps(sample) > IMPOSSIBLE_DPS)")),
            bug("a soft stop begins anew with every cause", new Edit(PLANNER,
                    "if (softStop && burst.on() && softStopNs == NONE) {", "if (softStop && burst.on()) {")),
            bug("a soft stop takes three times as long", new Edit(PLANNER, "HardLimits.SOFT_STOP_MS * MS;",
                    "3 * HardLimits.SOFT_STOP_MS * MS;")),
            bug("a fall takes twice as long",
                    new Edit(ENVELOPE, "Math.min(fallingMs, HardLimits.FALLING_RAMP_MS) * MS", "2 * fallingMs * MS")));

    private PlantedBugs() {}

    private static PlantedBug bug(String name, Edit... edits) {
        return new PlantedBug(name, Arrays.asList(edits));
    }

    private static PlantedBug with(PlantedBug careless, String name, String type, String from, String to) {
        List<Edit> edits = new ArrayList<>(careless.edits());
        edits.add(new Edit(type, from, to));
        return new PlantedBug(name + ", under " + careless.name(), edits);
    }
}
