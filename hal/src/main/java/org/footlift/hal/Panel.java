package org.footlift.hal;

/** The wearer's buttons. */
public interface Panel {
    /** Writes which buttons are held down now. Never blocks, never allocates. Control loop only. */
    void read(PanelState into);
}
