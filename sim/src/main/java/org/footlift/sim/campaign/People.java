package org.footlift.sim.campaign;

import org.footlift.config.ModeSettings;
import org.footlift.hal.PanelState;
import org.footlift.sim.wearer.Dice;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * Who presses and asks: the wearer, who presses Start again some time after a stop, does what wearers do, and whoever else has a say while an
 * incident is on. One thread; allocates nothing.
 */
final class People {
    private static final Request[] REQUESTS = Request.values();
    private static final long AWAY = IncidentKind.PAUSE.bit() | IncidentKind.TEST_HELD.bit()
            | IncidentKind.TEST_ASKED.bit() | IncidentKind.EXERCISE.bit() | IncidentKind.EVALUATION.bit();
    private static final long PEOPLE = AWAY | IncidentKind.STOP.bit() | IncidentKind.LEVEL_UP.bit()
            | IncidentKind.LEVEL_DOWN.bit() | IncidentKind.START_AGAIN.bit() | IncidentKind.CHANGE_MID_SWING.bit()
            | IncidentKind.REQUEST_REPLAY.bit() | IncidentKind.TWO_EDITORS.bit() | IncidentKind.REQUEST_FLOOD.bit()
            | IncidentKind.BUTTON_MASH.bit();
    private static final double PRESS_MS = 120;
    private static final double UNLOCK_MS = 1_200;
    private static final double SETTLE_MS = 400;

    private final Timeline timeline;
    private final int restartMs;
    private final Request[] past = new Request[16];
    private int asked;
    private double beforeMs;
    private double nowMs;
    private double waitingSinceMs = -1;
    private double startUntilMs = -1;
    private final PanelState mashed = new PanelState();

    People(Timeline timeline, int restartMs) {
        this.timeline = timeline;
        this.restartMs = restartMs;
    }

    /**
     * Writes what is asked in this tick.
     *
     * @param ms milliseconds of the walk
     * @param out what the controller said last
     * @param calm true when nothing else will happen: the wearer wants to walk
     * @param start the mode that Start begins
     */
    void act(double ms, TickOutput out, boolean calm, ModeSettings.Start start, TickInput in) {
        beforeMs = nowMs;
        nowMs = ms;
        in.request = Request.NONE;
        in.stop = false;
        release(in.panel);
        restart(out, calm, start, in);
        if ((timeline.mask() & PEOPLE) != 0) {
            everyday(in);
            others(in);
        }
        if (in.request != Request.NONE) {
            past[asked++ % past.length] = in.request;
        }
    }

    private static void release(PanelState panel) {
        panel.start = false;
        panel.pause = false;
        panel.up = false;
        panel.down = false;
        panel.test = false;
    }

    /** Start, some time after stimulation stopped, unless the wearer is busy with something else. */
    private void restart(TickOutput out, boolean calm, ModeSettings.Start start, TickInput in) {
        boolean busy = (timeline.mask() & AWAY) != 0;
        boolean waiting = out.mode == Mode.OFF || out.mode == Mode.PAUSED || out.mode == Mode.LATCHED;
        if (!waiting || busy) {
            waitingSinceMs = nowMs;
        }
        if (nowMs - waitingSinceMs >= restartMs && startUntilMs < nowMs) {
            startUntilMs = nowMs + PRESS_MS;
            waitingSinceMs = nowMs;
            if (calm && start != ModeSettings.Start.WALK) {
                in.request = Request.WALK;
            }
        }
        in.panel.start = nowMs < startUntilMs && !(calm && start != ModeSettings.Start.WALK);
        if (calm && !waiting && out.mode != Mode.WALK) {
            in.request = Request.PAUSE;
        }
        if (calm && out.levelPct == 0) { // hold to unlock, let go, press
            double phase = nowMs % (UNLOCK_MS + 2 * PRESS_MS);
            in.panel.up = phase < UNLOCK_MS || phase >= UNLOCK_MS + PRESS_MS;
        }
    }

    private void everyday(TickInput in) {
        if (timeline.begins(IncidentKind.PAUSE)) {
            pause(IncidentKind.PAUSE, in);
        }
        in.stop |= timeline.begins(IncidentKind.STOP);
        if (timeline.on(IncidentKind.LEVEL_UP)) {
            raise(in);
        }
        if (timeline.on(IncidentKind.LEVEL_DOWN)) {
            lower(in);
        }
        test(in);
        instead(IncidentKind.EXERCISE, Request.EXERCISE, in);
        instead(IncidentKind.EVALUATION, Request.EVALUATE, in);
        if (timeline.on(IncidentKind.START_AGAIN) && timeline.chance(IncidentKind.START_AGAIN, 0.03)) {
            if (odd(IncidentKind.START_AGAIN)) {
                in.panel.start = true;
            } else {
                in.request = Request.START;
            }
        }
    }

    private boolean odd(IncidentKind kind) {
        return timeline.of(kind).seed() % 2 != 0;
    }

    private void pause(IncidentKind why, TickInput in) {
        if (odd(why)) {
            in.panel.pause = true;
        } else {
            in.request = Request.PAUSE;
        }
    }

    /** True while one of three taps on a button lasts. */
    private boolean tapped(IncidentKind kind, double fromMs) {
        return tap(timeline.sinceMs(kind) - fromMs);
    }

    /** True in the tick in which one of three taps begins: what a page sends is sent once. */
    private boolean sent(IncidentKind kind, double fromMs) {
        double sinceMs = timeline.sinceMs(kind) - fromMs;
        return tap(sinceMs) && !tap(sinceMs - (nowMs - beforeMs));
    }

    private static boolean tap(double sinceMs) {
        return sinceMs >= 0 && sinceMs < 6 * PRESS_MS && sinceMs % (2 * PRESS_MS) < PRESS_MS;
    }

    private void lower(TickInput in) {
        if (odd(IncidentKind.LEVEL_DOWN)) {
            in.panel.down |= tapped(IncidentKind.LEVEL_DOWN, 0);
        } else if (sent(IncidentKind.LEVEL_DOWN, 0)) {
            in.request = Request.LEVEL_DOWN;
        }
    }

    private void raise(TickInput in) {
        if (odd(IncidentKind.LEVEL_UP)) {
            in.panel.up |= timeline.sinceMs(IncidentKind.LEVEL_UP) < UNLOCK_MS
                    || tapped(IncidentKind.LEVEL_UP, UNLOCK_MS + PRESS_MS);
        } else if (timeline.begins(IncidentKind.LEVEL_UP)) {
            in.request = Request.UNLOCK_LEVEL;
        } else if (sent(IncidentKind.LEVEL_UP, PRESS_MS)) {
            in.request = Request.LEVEL_UP;
        }
    }

    private void test(TickInput in) {
        if (timeline.begins(IncidentKind.TEST_HELD)) {
            pause(IncidentKind.TEST_HELD, in);
        } else if (timeline.on(IncidentKind.TEST_HELD)) {
            double holdMs = 300 + timeline.of(IncidentKind.TEST_HELD).seed() % 4_000;
            double sinceMs = timeline.sinceMs(IncidentKind.TEST_HELD) - SETTLE_MS;
            in.panel.test |= sinceMs >= 0 && sinceMs % (holdMs + SETTLE_MS) < holdMs;
        }
        if (timeline.begins(IncidentKind.TEST_ASKED)) {
            pause(IncidentKind.TEST_ASKED, in);
        } else if (timeline.on(IncidentKind.TEST_ASKED) && timeline.sinceMs(IncidentKind.TEST_ASKED) >= SETTLE_MS) {
            double everyMs = 20 + timeline.of(IncidentKind.TEST_ASKED).seed() % 300;
            if (timeline.chance(IncidentKind.TEST_ASKED, 5 / everyMs)) {
                in.request = Request.TEST;
            }
        }
    }

    /** Pauses, then asks for another mode again and again. */
    private void instead(IncidentKind kind, Request wanted, TickInput in) {
        if (timeline.begins(kind)) {
            pause(kind, in);
        } else if (timeline.on(kind) && timeline.sinceMs(kind) >= SETTLE_MS && timeline.chance(kind, 0.01)) {
            in.request = wanted;
        }
    }

    private void others(TickInput in) {
        if (timeline.begins(IncidentKind.CHANGE_MID_SWING)) {
            Request[] changes = {Request.LEVEL_UP, Request.LEVEL_DOWN, Request.EXERCISE, Request.EVALUATE,
                    Request.NONE};
            in.request = changes[(int) (timeline.of(IncidentKind.CHANGE_MID_SWING).seed() % changes.length)];
        }
        if (timeline.on(IncidentKind.REQUEST_REPLAY) && asked > 0
                && timeline.chance(IncidentKind.REQUEST_REPLAY, 0.2)) {
            int back = timeline.dice(IncidentKind.REQUEST_REPLAY).oneOf(0, StrictMath.min(asked, past.length) - 1);
            in.request = past[back];
        }
        if (timeline.on(IncidentKind.TWO_EDITORS) && timeline.chance(IncidentKind.TWO_EDITORS, 0.15)) {
            in.request = any(timeline.dice(IncidentKind.TWO_EDITORS));
        }
        if (timeline.on(IncidentKind.REQUEST_FLOOD)) {
            in.request = any(timeline.dice(IncidentKind.REQUEST_FLOOD));
        }
        if (timeline.on(IncidentKind.BUTTON_MASH)) {
            mash(timeline.dice(IncidentKind.BUTTON_MASH));
            in.panel.copyFrom(mashed);
        }
    }

    private static Request any(Dice dice) {
        return REQUESTS[dice.oneOf(0, REQUESTS.length - 1)];
    }

    private void mash(Dice dice) {
        mashed.start ^= dice.oneOf(0, 9) == 0;
        mashed.pause ^= dice.oneOf(0, 19) == 0;
        mashed.up ^= dice.oneOf(0, 199) == 0;
        mashed.down ^= dice.oneOf(0, 39) == 0;
        mashed.test ^= dice.oneOf(0, 19) == 0;
    }
}
