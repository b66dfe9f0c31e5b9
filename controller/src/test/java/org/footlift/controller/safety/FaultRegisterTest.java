package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Fault.Clears;
import org.footlift.telemetry.Fault.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultRegisterTest {
    private final FaultRegister register = new FaultRegister();

    @ParameterizedTest
    @EnumSource(Fault.class)
    void doesWhatTheTableSays(Fault fault) {
        register.update(fault.bit(), true);
        assertEquals(fault.stop() == Stop.HARD, register.hardStop());
        assertEquals(fault.stop() == Stop.SOFT, register.softStop());
        assertEquals(fault.clears() == Clears.BY_WEARER, register.isLatched());
        assertEquals(fault.clears() == Clears.AFTER_STANCE, register.needsStance());
        register.update(0, true);
        boolean stays = fault.clears() == Clears.BY_WEARER;
        assertEquals(stays ? fault.bit() : 0, register.all());
        assertEquals(stays && fault.stop() == Stop.HARD, register.hardStop());
        assertTrue(register.acknowledge());
        assertEquals(0, register.all());
    }

    @Test
    void latchedFaultsAddUp() {
        register.update(Fault.ELECTRODE.bit(), true);
        register.update(Fault.WEARER_STOP.bit(), true);
        register.update(0, true);
        assertEquals(Fault.ELECTRODE.bit() | Fault.WEARER_STOP.bit(), register.all());
    }

    @Test
    void isAcknowledgedOnlyOnceEveryLatchingCauseHasGone() {
        register.update(Fault.ELECTRODE.bit(), true);
        register.update(Fault.SENSOR_LOST.bit(), true);
        assertFalse(register.acknowledge());
        assertTrue(register.isLatched());
        register.update(Fault.SENSOR_STALE.bit(), true);
        assertTrue(register.acknowledge());
        assertFalse(register.isLatched());
        assertTrue(register.softStop(), "what is active still counts");
    }
}
