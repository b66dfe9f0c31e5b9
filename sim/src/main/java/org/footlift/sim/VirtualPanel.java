package org.footlift.sim;

import org.footlift.hal.Panel;
import org.footlift.hal.PanelState;

/** Buttons that nobody holds until {@link #hold} says so. */
public final class VirtualPanel implements Panel {
    private volatile PanelState held = new PanelState();

    @Override
    public void read(PanelState into) {
        into.copyFrom(held);
    }

    /** From now on these buttons are held down. Copied. Callable from any thread. */
    public void hold(PanelState buttons) {
        PanelState copy = new PanelState();
        copy.copyFrom(buttons);
        held = copy;
    }
}
