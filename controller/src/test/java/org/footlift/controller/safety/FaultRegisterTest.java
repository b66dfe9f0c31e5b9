package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Fault.Clears;
import org.footlift.telemetry.Fault.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultRegisterTest {
    private final FaultRegister register = new FaultRegister();

    private static boolean latches(Fault fault) {
        return fault.clears() == Clears.BY_WEARER && fault.stop() != Stop.NONE;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void doesWhatTheTableSays(Fault fault) {
        register.update(fault.bit(), true);
        assertEquals(fault.stop() == Stop.HARD, register.hardStop());
        assertEquals(fault.stop() == Stop.SOFT, register.softStop());
        assertEquals(latches(fault), register.latchingCause());
        assertEquals(fault.clears() == Clears.AFTER_STANCE, register.needsStance());
        register.update(0, true);
        boolean stays = fault.clears() == Clears.BY_WEARER;
        assertEquals(stays, register.has(fault));
        assertEquals(stays ? fault.bit() : 0, register.all());
        assertEquals(stays && fault.stop() == Stop.HARD, register.hardStop());
        assertEquals(stays && fault.stop() == Stop.SOFT, register.softStop());
        assertFalse(register.latchingCause(), "kept, but the cause has gone");
        assertFalse(register.needsStance());
        register.clear();
        assertEquals(0, register.all());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void keepsNothingWhileNothingIsOn(Fault fault) {
        register.update(fault.bit(), false);
        assertTrue(register.has(fault), "it shows");
        assertEquals(latches(fault), register.latchingCause());
        register.update(0, false);
        assertEquals(0, register.all());
    }

    @Test
    void faultsThatAreKeptAddUp() {
        register.update(Fault.ELECTRODE.bit(), true);
        register.update(Fault.WEARER_STOP.bit(), true);
        register.keep(Fault.PAUSED_BY_ITSELF);
        register.update(0, true);
        assertEquals(Fault.ELECTRODE.bit() | Fault.WEARER_STOP.bit() | Fault.PAUSED_BY_ITSELF.bit(), register.all());
        assertFalse(register.has(Fault.STIMULATOR_FAULT));
    }

    @Test
    void clearingLeavesWhatIsActive() {
        register.update(Fault.ELECTRODE.bit() | Fault.SENSOR_STALE.bit(), true);
        register.clear();
        assertEquals(Fault.ELECTRODE.bit() | Fault.SENSOR_STALE.bit(), register.all());
        assertTrue(register.softStop() && register.hardStop());
    }

    @Test
    void aRestoredRegisterIsTheOneThatWasSaved() {
        register.update(Fault.ELECTRODE.bit(), true);
        register.update(Fault.SENSOR_MOVED.bit(), true);
        FaultRegister other = new FaultRegister();
        other.restore(register.state());
        assertEquals(register.state(), other.state());
        assertEquals(register.all(), other.all());
        other.update(0, true);
        assertEquals(Fault.ELECTRODE.bit(), other.all());
        assertNotEquals(register.state(), other.state());
    }
}
