package org.footlift.controller.safety;

import org.footlift.config.ModeSettings;
import org.footlift.hal.PanelState;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;

/**
 * The mode, by the {@link ModeTable}: this finds out what happened, the table says what follows. Only a deliberate act starts anything;
 * buttons count when they are pressed, not while they are held. Time enters only as what has elapsed. Allocates nothing.
 */
public final class ModeMachine {
    /** How long a requested test burst holds without being asked for again, nanoseconds: a lost connection lets go. */
    static final long TEST_LEASE_NS = 250_000_000L;
    /** How long before the pause by itself the wearer is warned, nanoseconds: time for a step. */
    static final long WARNING_NS = 30_000_000_000L;

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private static final Mode[] MODES = Mode.values();

    private final ModeSettings settings;
    private final LevelControl level;
    private final FaultRegister faults = new FaultRegister();
    private final PanelState before = new PanelState();
    private Mode mode = Mode.OFF;
    private boolean started;
    private long lastNs = NEVER;
    private long stillNs;
    private long testingNs;
    private long testLeaseNs;
    private boolean testHeld;

    /** Off, at the profile's level. */
    public ModeMachine(ModeSettings settings) {
        this.settings = settings;
        level = new LevelControl(settings);
    }

    /**
     * Decides this tick's mode.
     *
     * @param causes faults seen in this tick: bits of {@link Fault}
     * @param heard true once any sensor has given a usable sample
     * @param walking true while the detector believes that the wearer walks
     * @param nowNs time of the tick
     */
    public void update(int causes, Request request, PanelState panel, boolean heard, boolean walking, long nowNs) {
        long elapsedNs = elapsedNs(nowNs);
        if (lastNs == NEVER) {
            before.copyFrom(panel); // a button held or jammed at power-up was not pressed
            testHeld = panel.test;
        }
        lastNs = nowNs;
        Request asked = choose(request, pressed(panel));
        level.update(asked, panel.up, elapsedNs);
        boolean testPressed = holdTest(request, panel, elapsedNs);
        stillNs = mode == Mode.WALK && !walking ? stillNs + elapsedNs : 0;
        testingNs = mode == Mode.TEST ? testingNs + elapsedNs : 0;
        faults.update(causes | ownFaults(walking), !(mode == Mode.OFF || mode == Mode.PAUSED));
        before.copyFrom(panel);

        change(heard && !faults.latchingCause() ? ModeTrigger.READY.bit() : 0); // nobody's act: what the wearer asks for comes on top
        Mode from = mode;
        change(triggers(asked, testPressed, walking));
        boolean begun = mode != from && !mode.waitsForStart();
        started = begun && mode != Mode.TEST;
        if (begun) {
            faults.clear();
        }
    }

    private long elapsedNs(long nowNs) {
        return lastNs == NEVER ? 0 : Math.max(0, nowNs - lastNs);
    }

    /** Pause wins whoever asks; else the wearer's own hand: no flood of requests may outshout a button. */
    private static Request choose(Request request, Request pressed) {
        return request == Request.PAUSE || pressed == Request.NONE ? request : pressed;
    }

    private Request pressed(PanelState panel) {
        if (panel.pause && !before.pause) {
            return Request.PAUSE;
        }
        if (panel.down && !before.down) {
            return Request.LEVEL_DOWN;
        }
        if (panel.up && !before.up) {
            return Request.LEVEL_UP;
        }
        return panel.start && !before.start ? Request.START : Request.NONE;
    }

    /** Notes whether the test is held, by button or by a request that keeps coming; true when it was pressed just now. */
    private boolean holdTest(Request request, PanelState panel, long elapsedNs) {
        testLeaseNs = request == Request.TEST ? TEST_LEASE_NS : Math.max(0, testLeaseNs - elapsedNs);
        boolean held = panel.test || testLeaseNs > 0;
        boolean pressed = held && !testHeld;
        testHeld = held;
        return pressed;
    }

    private int ownFaults(boolean walking) {
        int own = stillNs >= settings.autoPauseS() * NS_PER_S - WARNING_NS ? Fault.PAUSE_SOON.bit() : 0;
        boolean unaware = mode == Mode.PAUSED && walking && faults.has(Fault.PAUSED_BY_ITSELF);
        return own | (unaware ? Fault.WALKING_WHILE_PAUSED.bit() : 0);
    }

    private int triggers(Request asked, boolean testPressed, boolean walking) {
        int triggers = begins(asked);
        triggers |= faults.latchingCause() ? ModeTrigger.FAULT.bit() : 0;
        triggers |= asked == Request.PAUSE ? ModeTrigger.PAUSE.bit() : 0;
        triggers |= walking ? ModeTrigger.WALKING.bit() : 0;
        triggers |= testPressed ? ModeTrigger.TEST_PRESS.bit() : 0;
        boolean testOver = !testHeld || testingNs >= settings.testBurstMs() * NS_PER_MS;
        triggers |= testOver ? ModeTrigger.TEST_OVER.bit() : 0;
        triggers |= stillNs >= settings.autoPauseS() * NS_PER_S ? ModeTrigger.NO_STEPS.bit() : 0;
        return triggers;
    }

    private int begins(Request asked) {
        return switch (asked) {
            case START -> switch (settings.start()) {
                case WALK -> ModeTrigger.BEGIN_WALK.bit();
                case EXERCISE -> ModeTrigger.BEGIN_EXERCISE.bit();
                case EVALUATION -> ModeTrigger.BEGIN_EVALUATION.bit();
            };
            case WALK -> ModeTrigger.BEGIN_WALK.bit();
            case EXERCISE -> ModeTrigger.BEGIN_EXERCISE.bit();
            case EVALUATE -> ModeTrigger.BEGIN_EVALUATION.bit();
            case NONE, PAUSE, LEVEL_UP, LEVEL_DOWN, TEST, UNLOCK_LEVEL -> 0;
        };
    }

    private void change(int triggers) {
        Mode next = ModeTable.next(mode, triggers);
        if (mode == Mode.WALK && next == Mode.PAUSED && (triggers & ModeTrigger.PAUSE.bit()) == 0) {
            faults.keep(Fault.PAUSED_BY_ITSELF);
        }
        mode = next;
    }

    /** True in the tick in which a mode was started. */
    public boolean started() {
        return started;
    }

    /** The mode in force. */
    public Mode mode() {
        return mode;
    }

    /** True while the test is held, by button or by request. */
    public boolean testHeld() {
        return testHeld;
    }

    /** The wearer's level, 0 to 100 percent of the set amplitude. */
    public int levelPct() {
        return level.pct();
    }

    /**
     * Everything it knows, for tests that walk through its states: two machines with equal states do the same from then on. Durations, not
     * times, so that it does not depend on the clock.
     */
    long[] state() {
        int buttons = (before.start ? 1 : 0) | (before.pause ? 2 : 0) | (before.up ? 4 : 0) | (before.down ? 8 : 0)
                | (testHeld ? 16 : 0);
        return new long[]{mode.ordinal(), buttons, faults.state(), level.pct(), level.unlockedNs(), level.heldNs(),
                stillNs, testingNs, testLeaseNs};
    }

    /** Goes back to what {@link #state()} said; its last tick was at {@code lastNs}. */
    void restore(long[] state, long lastNs) {
        this.lastNs = lastNs;
        mode = MODES[(int) state[0]];
        long buttons = state[1];
        before.start = (buttons & 1) != 0;
        before.pause = (buttons & 2) != 0;
        before.up = (buttons & 4) != 0;
        before.down = (buttons & 8) != 0;
        testHeld = (buttons & 16) != 0;
        faults.restore(state[2]);
        level.restore((int) state[3], state[4], state[5]);
        stillNs = state[6];
        testingNs = state[7];
        testLeaseNs = state[8];
        started = false;
    }

    /** The faults that this mode answers for. */
    public FaultRegister faults() {
        return faults;
    }
}
