package org.footlift.controller.safety;

import org.footlift.config.ModeSettings;
import org.footlift.hal.PanelState;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;

/**
 * The mode and the wearer's level. Begins paused; only a deliberate act starts anything; a latched stop stays until the wearer acts. Buttons count when they are
 * pressed, not while they are held. Allocates nothing.
 */
public final class ModeMachine {
    private final ModeSettings settings;
    private final FaultRegister faults = new FaultRegister();
    private final PanelState before = new PanelState();
    private Mode mode = Mode.PAUSED;
    private int levelPct;
    private boolean started;
    private boolean seen;

    /** Paused, at the profile's level. */
    public ModeMachine(ModeSettings settings) {
        this.settings = settings;
        this.levelPct = settings.startLevelPct();
    }

    /**
     * Decides this tick's mode.
     *
     * @param causes faults seen in this tick: bits of {@link org.footlift.telemetry.Fault}
     * @param walking true while the detector believes that the wearer walks
     */
    public void update(int causes, Request request, PanelState panel, boolean walking) {
        if (!seen) {
            before.copyFrom(panel); // a button held or jammed at power-up was not pressed
        }
        started = false;
        faults.update(causes, mode != Mode.PAUSED);
        if (faults.isLatched()) {
            mode = Mode.LATCHED;
        }
        obey(choose(request, pressed(panel)), walking);
        if (mode == Mode.TEST && !panel.test) {
            mode = Mode.PAUSED;
        } else if (mode == Mode.PAUSED && panel.test && !before.test && faults.acknowledge()) {
            mode = Mode.TEST;
        }
        if (mode == Mode.EXERCISE && walking) {
            mode = Mode.PAUSED; // nobody walks in exercise
        }
        before.copyFrom(panel);
        seen = true;
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

    private void obey(Request request, boolean walking) {
        switch (request) {
            case NONE -> {
                // nothing is asked
            }
            case START -> start(switch (settings.start()) {
                case WALK -> Mode.WALK;
                case EXERCISE -> Mode.EXERCISE;
                case EVALUATION -> Mode.EVALUATION;
            }, walking);
            case EXERCISE -> start(Mode.EXERCISE, walking);
            case EVALUATE -> start(Mode.EVALUATION, walking);
            case PAUSE -> mode = mode == Mode.LATCHED ? Mode.LATCHED : Mode.PAUSED;
            case LEVEL_UP -> levelPct = Math.min(100, levelPct + settings.levelStepPct());
            case LEVEL_DOWN -> levelPct = Math.max(0, levelPct - settings.levelStepPct());
        }
    }

    private void start(Mode wanted, boolean walking) {
        boolean idle = mode == Mode.PAUSED || mode == Mode.LATCHED;
        boolean interlocked = wanted == Mode.EXERCISE && walking;
        if (idle && !interlocked && faults.acknowledge()) {
            mode = wanted;
            started = true;
        }
    }

    /** True in the tick in which a mode was started. */
    public boolean started() {
        return started;
    }

    /** The mode in force. */
    public Mode mode() {
        return mode;
    }

    /** The wearer's level, 0 to 100 percent of the set amplitude. */
    public int levelPct() {
        return levelPct;
    }

    /** The faults that this mode answers for. */
    public FaultRegister faults() {
        return faults;
    }
}
