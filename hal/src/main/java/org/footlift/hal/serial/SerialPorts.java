package org.footlift.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.SerialLink;

/** Opens serial ports, USB adapters and pseudo-terminals by the path of their device. */
public final class SerialPorts implements SerialLink.Opener {
    private static final int DATA_BITS = 8;
    /** Long enough not to spin, short enough to notice the end. */
    private static final int READ_WAIT_MS = 100;
    /** One for the process, as the library's hooks are. */
    private static final OpenLinks LINKS = new OpenLinks();

    @Override
    public SerialLink open(String path, SerialLink.Line line) throws HardwareUnavailable {
        if (!Files.exists(Path.of(path))) {
            throw new HardwareUnavailable("There is no serial port " + path
                    + ". Plug the device in, or name another port; `ls /dev/serial/by-id/` shows those there are.");
        }
        SerialPort port = find(path);
        port.setComPortParameters(line.baud(), DATA_BITS,
                line.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
                line.parity() == SerialLink.Parity.EVEN ? SerialPort.EVEN_PARITY : SerialPort.NO_PARITY);
        port.setFlowControl(line.flowControl()
                ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
                : SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_WAIT_MS, 0);
        if (!port.openPort()) {
            throw new HardwareUnavailable("The serial port " + path + " cannot be opened"
                    + (Files.isReadable(Path.of(path)) && Files.isWritable(Path.of(path))
                            ? ": it is taken, or is no serial port. End the program that uses it."
                            : " by this user. Add the user to the group of that file, usually dialout."));
        }
        port.flushIOBuffers();
        return new JSerialCommLink(port, path, LINKS);
    }

    private static SerialPort find(String path) throws HardwareUnavailable {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException notAPort) {
            HardwareUnavailable refused = new HardwareUnavailable(
                    path + " is no serial port. Name the device of a stimulator, for example /dev/ttyACM0.");
            refused.initCause(notAPort);
            throw refused;
        }
    }
}
