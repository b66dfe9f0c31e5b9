package org.footlift.hal.stimulator;

/**
 * Frames of ScienceMode2: CRC-8 (polynomial 07, from 00, not reflected) and length of the escaped payload; then packet number, command,
 * data.
 */
public final class ScienceMode2Format implements PacketFormat {
    /** Packet numbers there are. */
    public static final int NUMBERS = 256;

    private static final int LONGEST = 80;
    private static final int POLYNOMIAL = 0x07;
    /** Checksum and length, an escaped byte each. */
    private static final int HEADER = 4;
    private static final int PREFIX = 2;

    @Override
    public int longestFrame() {
        return LONGEST;
    }

    @Override
    public int encode(Packet packet, byte[] frame) {
        int payload = 1 + HEADER;
        int at = PacketFormat.putPayload(frame, payload, packet.number & 0xFF);
        at = PacketFormat.putPayload(frame, at, packet.command & 0xFF);
        for (int i = 0; i < packet.length; i++) {
            at = PacketFormat.putPayload(frame, at, packet.unsigned(i));
        }
        frame[0] = (byte) START;
        int header = PacketFormat.putHeader(frame, 1, crc(frame, payload, at));
        PacketFormat.putHeader(frame, header, at - payload);
        frame[at] = STOP;
        return at + 1;
    }

    @Override
    public Verdict decode(byte[] body, int count, Packet packet) {
        packet.set(0, -1);
        if (count < HEADER + PREFIX) {
            return Verdict.WRONG_LENGTH;
        }
        int length = PacketFormat.unescape(body, HEADER, count, packet.data);
        packet.number = packet.unsigned(0);
        packet.command = packet.unsigned(1);
        packet.length = StrictMath.max(0, length - PREFIX);
        System.arraycopy(packet.data, PREFIX, packet.data, 0, packet.length);
        if (header(body, 2) != count - HEADER) {
            return Verdict.WRONG_LENGTH;
        }
        return header(body, 0) == crc(body, HEADER, count) ? Verdict.WHOLE : Verdict.WRONG_CHECKSUM;
    }

    private static int header(byte[] body, int at) {
        return (body[at] & 0xFF) == ESCAPE ? (body[at + 1] ^ KEY) & 0xFF : -1;
    }

    private static int crc(byte[] bytes, int from, int until) {
        int crc = 0;
        for (int i = from; i < until; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
        }
        return crc & 0xFF;
    }
}
