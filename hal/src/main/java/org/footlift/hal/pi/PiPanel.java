package org.footlift.hal.pi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.footlift.hal.Clock;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Indicators;
import org.footlift.hal.Panel;
import org.footlift.hal.PanelState;
import org.footlift.hal.Wiring;
import org.footlift.hal.heel.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Buttons, lights, sound and vibration. A thread of ordinary priority reads and drives the pins a hundred times a second; the loop only exchanges two
 * words with it. A button counts when it was seen up and then two readings agree, so that one that is jammed is no press, not even when it can be read
 * again after it could not; pause counts at once, and while the buttons cannot be read it counts as pressed. A loop that has stood still for half a
 * second is shown as a fault.
 */
final class PiPanel implements Panel, Indicators, AutoCloseable {
    static final long PERIOD_NS = 10_000_000;
    /** Longer than an ordinary thread waits for a busy processor. */
    static final long SILENT_NS = 1_000_000_000;
    static final long STOOD_STILL_NS = 500_000_000;
    private static final long JOIN_MS = 500;

    private static final int START = 1;
    private static final int PAUSE = 1 << 1;
    private static final int UP = 1 << 2;
    private static final int DOWN = 1 << 3;
    private static final int TEST = 1 << 4;

    private static final int ARMED = 1;
    private static final int FAULT = 1 << 1;
    private static final int TONE = 1 << 2;

    /** A button and its bit. */
    private record Button(Contact contact, int bit) {}

    /** An output and the bit that switches it on. */
    private record Lamp(Board.Output output, int bit) {}

    private final Clock clock;
    private final List<Button> buttons = new ArrayList<>();
    private final List<Lamp> lamps = new ArrayList<>();
    /** Buttons held down; written by the panel's thread. */
    private volatile int pressed;
    private volatile long readNs;
    /** What is to be shown; written by the loop. */
    private volatile int shown;
    private volatile long shownNs;
    private volatile boolean ever;
    private int before;
    /** Buttons seen up since they could last be read without a break: what is held from the beginning was pressed by nobody. */
    private int released;
    private volatile boolean ending;
    private @Nullable Thread thread;

    /**
     * Takes the pins that are wired.
     *
     * @throws HardwareUnavailable when one is taken, with what to do about it
     */
    PiPanel(Board board, Wiring.PanelPins pins, Clock clock) throws HardwareUnavailable {
        this.clock = clock;
        addButton(board, pins.start(), "start", START);
        addButton(board, pins.pause(), "pause", PAUSE);
        addButton(board, pins.up(), "up", UP);
        addButton(board, pins.down(), "down", DOWN);
        addButton(board, pins.test(), "test", TEST);
        addLamp(board, pins.armedLight(), "armed", ARMED);
        addLamp(board, pins.faultLight(), "fault", FAULT);
        addLamp(board, pins.buzzer(), "buzzer", TONE);
        addLamp(board, pins.vibration(), "vibration", TONE);
        readNs = clock.timeNs();
    }

    private void addButton(Board board, int gpio, String use, int bit) throws HardwareUnavailable {
        if (gpio != Wiring.NOT_WIRED) {
            buttons.add(new Button(board.input(gpio, "footlift-" + use, () -> {}), bit));
        }
    }

    private void addLamp(Board board, int gpio, String use, int bit) throws HardwareUnavailable {
        if (gpio != Wiring.NOT_WIRED) {
            lamps.add(new Lamp(board.output(gpio, "footlift-" + use), bit));
        }
    }

    /** Begins to read and to show. Once. */
    void start() {
        thread = Thread.ofPlatform().daemon().name("footlift-panel").start(() -> {
            while (!ending) {
                pass();
                LockSupport.parkNanos(PERIOD_NS);
            }
        });
    }

    /** Reads and shows once. Panel's thread. */
    void pass() {
        long nowNs = clock.timeNs();
        readButtons(nowNs);
        boolean stands = ever && nowNs - shownNs > STOOD_STILL_NS;
        int wanted = stands ? FAULT | TONE : shown;
        for (Lamp lamp : lamps) {
            light(lamp, (wanted & lamp.bit()) != 0);
        }
    }

    private void readButtons(long nowNs) {
        if (nowNs - readNs > SILENT_NS) { // for the loop every button but pause was up meanwhile
            released = 0;
        }
        try {
            int now = 0;
            for (Button button : buttons) {
                now |= button.contact().isOpen() ? 0 : button.bit();
            }
            released |= ~now;
            pressed = now & ((before & released) | PAUSE);
            before = now;
            readNs = nowNs;
        } catch (IllegalStateException unreadable) { // readNs grows old, and the loop takes that for pause
            released = 0;
            pressed &= PAUSE;
        }
    }

    private static void light(Lamp lamp, boolean on) {
        try {
            lamp.output().set(on);
        } catch (IllegalStateException undrivable) {
            return; // tried again in the next pass; the others must still tell the wearer
        }
    }

    @Override
    public void read(PanelState into) {
        boolean silent = clock.timeNs() - readNs > SILENT_NS;
        int held = silent ? PAUSE : pressed;
        into.start = (held & START) != 0;
        into.pause = (held & PAUSE) != 0;
        into.up = (held & UP) != 0;
        into.down = (held & DOWN) != 0;
        into.test = (held & TEST) != 0;
    }

    @Override
    public void show(boolean armed, boolean fault, boolean tone) {
        shown = (armed ? ARMED : 0) | (fault ? FAULT : 0) | (tone ? TONE : 0);
        shownNs = clock.timeNs();
        ever = true;
    }

    @Override
    public void close() {
        ending = true;
        Thread reading = thread;
        if (reading == null) {
            return;
        }
        LockSupport.unpark(reading);
        try {
            reading.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
