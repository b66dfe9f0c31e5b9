package org.footlift.hal.pi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.SpiDevice;
import org.footlift.hal.heel.Contact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

/** What is asked of Pi4J, and what its answers become. Its natives exist for ARM alone; the rig runs the real thing. */
class Pi4jBoardTest {
    private final Context context = mock(Context.class, RETURNS_DEEP_STUBS);
    private final DigitalInputProvider inputs = mock(DigitalInputProvider.class);
    private final DigitalOutputProvider outputs = mock(DigitalOutputProvider.class);
    private final I2CProvider i2c = mock(I2CProvider.class);
    private final SpiProvider spi = mock(SpiProvider.class);
    private final DigitalInput input = mock(DigitalInput.class);
    private final DigitalOutput output = mock(DigitalOutput.class);
    private final I2C chip = mock(I2C.class);
    private final Spi spiChip = mock(Spi.class);
    private final Map<String, Provider<?, ?, ?>> known = new LinkedHashMap<>();
    private int edges;

    @BeforeEach
    void makeContext() {
        name(inputs, "gpiod-digital-input");
        name(outputs, "gpiod-digital-output");
        name(i2c, "linuxfs-i2c");
        name(spi, "linuxfs-spi");
        when(context.providers().all()).thenAnswer(_ -> known);
        when(context.providers().exists(any(String.class)))
                .thenAnswer(call -> known.containsKey(call.<String>getArgument(0)));
        when(inputs.create(any(DigitalInputConfig.class))).thenReturn(input);
        when(outputs.create(any(DigitalOutputConfig.class))).thenReturn(output);
        when(i2c.create(any(I2CConfig.class))).thenReturn(chip);
        when(spi.create(any(SpiConfig.class))).thenReturn(spiChip);
        when(chip.id()).thenReturn("chip");
        when(chip.device()).thenReturn(0x6A);
        when(chip.bus()).thenReturn(1);
    }

    private void name(Provider<?, ?, ?> provider, String id) {
        when(provider.id()).thenReturn(id);
        known.put(id, provider);
    }

    private Pi4jBoard board() throws HardwareUnavailable {
        return new Pi4jBoard(context, inputs, outputs, i2c, spi);
    }

    @Test
    void aMockAmongTheProvidersRefusesToStart() {
        name(mock(DigitalInputProvider.class), "mock-digital-input");
        String message = String.valueOf(assertThrows(HardwareUnavailable.class, this::board).getMessage());
        assertTrue(message.contains("mock-digital-input") && message.contains("class path"), message);
    }

    @Test
    void aProviderThatPi4jLeftOutIsNamedWithWhatToLookAt() {
        known.remove("gpiod-digital-input");
        String message = String.valueOf(assertThrows(HardwareUnavailable.class, this::board).getMessage());
        assertTrue(message.contains("gpiod-digital-input") && message.contains("gpiodetect"), message);
    }

    /** The mock plug-in must never be shipped: left to choose, Pi4J takes it on a board that it does not know. */
    @Test
    void pi4jsMockIsNotOnTheClassPath() throws IOException {
        assertFalse(getClass().getClassLoader().getResources("com/pi4j/plugin/mock/MockPlugin.class")
                .hasMoreElements());
    }

    /** Real Pi4J: it logs and leaves out a provider that cannot begin, which is why the board looks itself. */
    @Test
    void aContextBuiltOfNamedProvidersHasNoOthersAndNoShutdownHook() {
        Context real = Pi4J.newContextBuilder().disableShutdownHook().build();
        try {
            assertTrue(real.providers().all().isEmpty());
            assertFalse(real.config().enableShutdownHook());
        } finally {
            real.shutdown();
        }
    }

    /** Real Pi4J again, on a machine that passes for one with pins. */
    @Test
    void aComputerOnWhichPi4jCannotLoadItsLibrariesIsToldSoInASentence(@TempDir Path devices) throws IOException {
        assumeFalse(System.getProperty("os.arch").matches("arm.*|aarch64"));
        Files.createFile(devices.resolve("gpiochip0"));
        String message = String.valueOf(assertThrows(HardwareUnavailable.class,
                () -> Pi4jBoard.open(new Machine("aarch64", devices))).getMessage());
        assertTrue(message.startsWith("Pi4J cannot") && message.lines().count() == 1, message);
    }

    @Test
    void anInputIsPulledUpAndTellsOfEveryEdgeWithoutWaitingForQuiet() throws HardwareUnavailable {
        board().input(17, "footlift-heel", () -> edges++);
        ArgumentCaptor<DigitalInputConfig> config = ArgumentCaptor.forClass(DigitalInputConfig.class);
        verify(inputs).create(config.capture());
        assertEquals(17, config.getValue().address());
        assertEquals(PullResistance.PULL_UP, config.getValue().pull());
        assertEquals(0, config.getValue().debounce());
        ArgumentCaptor<DigitalStateChangeListener> listener = ArgumentCaptor
                .forClass(DigitalStateChangeListener.class);
        verify(input).addListener(listener.capture());
        listener.getValue().onDigitalStateChange(null);
        assertEquals(1, edges);
    }

    @Test
    void aHighInputIsAnOpenContactAndOneThatCannotBeReadSaysSo() throws HardwareUnavailable {
        Contact contact = board().input(17, "footlift-heel", () -> {});
        when(input.state()).thenReturn(DigitalState.HIGH, DigitalState.LOW).thenThrow(new Pi4JException("ioctl"));
        assertTrue(contact.isOpen());
        assertFalse(contact.isOpen());
        assertThrows(IllegalStateException.class, contact::isOpen);
    }

    @Test
    void anOutputBeginsAndEndsLowAndSaysWhenItCannotBeDriven() throws HardwareUnavailable {
        Board.Output line = board().output(27, "footlift-heartbeat");
        ArgumentCaptor<DigitalOutputConfig> config = ArgumentCaptor.forClass(DigitalOutputConfig.class);
        verify(outputs).create(config.capture());
        assertEquals(DigitalState.LOW, config.getValue().initialState());
        assertEquals(DigitalState.LOW, config.getValue().shutdownState());
        line.set(true);
        verify(output).state(DigitalState.HIGH);
        when(output.state(DigitalState.LOW)).thenThrow(new com.pi4j.io.exception.IOException("ioctl"));
        assertThrows(IllegalStateException.class, () -> line.set(false));
    }

    @Test
    void aPinThatIsTakenIsNamedWithItsUseAndTheSystemsReason() {
        when(inputs.create(any(DigitalInputConfig.class)))
                .thenThrow(new IllegalStateException("Failed to initialize IO",
                        new Pi4JException("Device or resource busy")));
        String message = String.valueOf(assertThrows(HardwareUnavailable.class,
                () -> board().input(17, "footlift-heel", () -> {})).getMessage());
        assertTrue(message.startsWith("GPIO 17 cannot be had for footlift-heel: Device or resource busy. "), message);
    }

    @Test
    void aClosedBoardTouchesNoLineAndClosesOnce() throws HardwareUnavailable {
        Pi4jBoard board = board();
        Contact contact = board.input(17, "footlift-heel", () -> {});
        Board.Output line = board.output(27, "footlift-heartbeat");
        board.close();
        board.close();
        verify(context, times(1)).shutdown();
        assertThrows(IllegalStateException.class, contact::isOpen);
        assertThrows(IllegalStateException.class, () -> line.set(true));
        verify(input, never()).state();
    }

    @Test
    void aReadOfRegistersIsOneTransferAndItsFailureSaysWhichChipAndWhy() throws Exception {
        I2cDevice device = board().open(1, 0x6A);
        byte[] into = new byte[4];
        when(chip.readRegister(anyInt(), any(byte[].class), anyInt(), anyInt())).thenAnswer(call -> {
            call.<byte[]>getArgument(1)[0] = 0x6C;
            return call.<Integer>getArgument(3);
        });
        device.read(0x0F, into, 2);
        verify(chip).readRegister(0x0F, into, 0, 2);
        assertArrayEquals(new byte[]{0x6C, 0, 0, 0}, into);
        when(chip.readRegister(anyInt(), any(byte[].class), anyInt(), anyInt())).thenThrow(
                new Pi4JException("Failed to execute action", new IOException("Remote I/O error")));
        assertEquals("I2C chip 0x6A on bus 1, read of register 0x0F: Remote I/O error",
                assertThrows(I2cDevice.Failed.class, () -> device.read(0x0F, into, 2)).getMessage());
    }

    @Test
    void aShortReadIsAFailure() throws Exception {
        I2cDevice device = board().open(1, 0x6A);
        when(chip.readRegister(anyInt(), any(byte[].class), anyInt(), anyInt())).thenReturn(1);
        assertThrows(I2cDevice.Failed.class, () -> device.read(0x0F, new byte[4], 2));
    }

    @Test
    void aWriteOfRegistersIsOneTransferAndItsFailureSaysWhichChipAndWhy() throws Exception {
        I2cDevice device = board().open(1, 0x6A);
        byte[] bytes = {1, 2, 3};
        device.write(0x10, bytes, 2);
        verify(chip).writeRegister(0x10, bytes, 0, 2);
        when(chip.writeRegister(anyInt(), any(byte[].class), anyInt(), anyInt()))
                .thenThrow(new Pi4JException("Connection timed out"));
        assertEquals("I2C chip 0x6A on bus 1, write of register 0x10: Connection timed out",
                assertThrows(I2cDevice.Failed.class, () -> device.write(0x10, bytes, 2)).getMessage());
    }

    @Test
    void aChipIsReleasedOnceAndNotAfterTheBoard() throws Exception {
        I2cDevice device = board().open(1, 0x6A);
        device.close();
        device.close();
        verify(context, times(1)).shutdown("chip");
        I2cDevice late = board().open(1, 0x6B);
        when(context.isShutdown()).thenReturn(true);
        late.close();
        verify(context, times(1)).shutdown("chip");
    }

    @Test
    void aBusThatIsNotThereIsNamedWithWhatToSwitchOn() {
        when(i2c.create(any(I2CConfig.class))).thenThrow(new Pi4JException("path '/dev/i2c-1' does not exist."));
        String message = String.valueOf(
                assertThrows(HardwareUnavailable.class, () -> board().open(1, 0x6A)).getMessage());
        assertTrue(message.startsWith("I2C bus 1 cannot be used: path '/dev/i2c-1' does not exist."), message);
        assertTrue(message.contains("do_i2c 0"), message);
    }

    @Test
    void anSpiTransferThatTheSystemRefusesIsAFailure() throws Exception {
        SpiDevice device = board().open(0, 1, 1_000_000);
        ArgumentCaptor<SpiConfig> config = ArgumentCaptor.forClass(SpiConfig.class);
        verify(spi).create(config.capture());
        assertEquals(1, config.getValue().address());
        assertEquals(1_000_000, config.getValue().baud());
        byte[] bytes = {1, 2, 3};
        when(spiChip.transfer(bytes, 0, bytes, 0, 3)).thenReturn(3, -1);
        device.transfer(bytes);
        assertThrows(SpiDevice.Failed.class, () -> device.transfer(bytes));
    }

    /** The id by which Pi4J finds it is the one that the board asks for. */
    @Test
    void theProvidersAreTheOnesOfGpiodAndLinuxfs() {
        assertEquals("gpiod-digital-input", GpioDDigitalInputProvider.newInstance().id());
    }
}
