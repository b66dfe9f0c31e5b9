package org.footlift.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import org.footlift.hal.SerialLink;

/** One open port. */
final class JSerialCommLink implements SerialLink {
    private final SerialPort port;
    private final String path;
    private final OpenLinks links;

    JSerialCommLink(SerialPort port, String path, OpenLinks links) {
        this.port = port;
        this.path = path;
        this.links = links;
        links.add(this);
    }

    @Override
    public void write(byte[] bytes, int count) throws Lost {
        if (port.writeBytes(bytes, count) != count) {
            throw new Lost(path);
        }
    }

    @Override
    public int read(byte[] into) throws Lost {
        int count = port.readBytes(into, into.length);
        if (count < 0) {
            throw new Lost(path);
        }
        return count;
    }

    @Override
    public void discard() {
        port.flushIOBuffers();
    }

    @Override
    public void close() {
        port.closePort();
        links.remove(this);
    }
}
