package org.footlift.hal.stimulator;

/**
 * Frames of ScienceMode3 and ScienceMode4: length of the frame and CRC-16 (polynomial 1021, from 0000, not reflected) of the escaped payload,
 * big-endian; then six bits of packet number and ten of command; then data.
 */
public final class ScienceMode34Format implements PacketFormat {
    /** Packet numbers there are. */
    public static final int NUMBERS = 64;

    private static final int LONGEST = 1_200;
    private static final int POLYNOMIAL = 0x1021;
    /** Length and checksum, two escaped bytes each. */
    private static final int HEADER = 8;
    private static final int PREFIX = 2;

    @Override
    public int longestFrame() {
        return LONGEST;
    }

    @Override
    public int encode(Packet packet, byte[] frame) {
        int payload = 1 + HEADER;
        int at = PacketFormat.putPayload(frame, payload, ((packet.number << 2) & 0xFC) | ((packet.command >> 8) & 3));
        at = PacketFormat.putPayload(frame, at, packet.command & 0xFF);
        for (int i = 0; i < packet.length; i++) {
            at = PacketFormat.putPayload(frame, at, packet.unsigned(i));
        }
        int crc = crc(frame, payload, at);
        frame[at++] = STOP;
        frame[0] = (byte) START;
        int header = PacketFormat.putHeader(frame, 1, at >> 8);
        header = PacketFormat.putHeader(frame, header, at & 0xFF);
        header = PacketFormat.putHeader(frame, header, crc >> 8);
        PacketFormat.putHeader(frame, header, crc & 0xFF);
        return at;
    }

    @Override
    public Verdict decode(byte[] body, int count, Packet packet) {
        packet.set(0, -1);
        if (count < HEADER + PREFIX) {
            return Verdict.WRONG_LENGTH;
        }
        int length = PacketFormat.unescape(body, HEADER, count, packet.data);
        int first = packet.unsigned(0);
        packet.number = first >> 2;
        packet.command = ((first & 3) << 8) | packet.unsigned(1);
        packet.length = StrictMath.max(0, length - PREFIX);
        System.arraycopy(packet.data, PREFIX, packet.data, 0, packet.length);
        if (header(body, 0) != count + 2) {
            return Verdict.WRONG_LENGTH;
        }
        return header(body, 4) == crc(body, HEADER, count) ? Verdict.WHOLE : Verdict.WRONG_CHECKSUM;
    }

    /** The sixteen bits whose escaped bytes begin at {@code at}; −1 when they are not escaped. */
    private static int header(byte[] body, int at) {
        if ((body[at] & 0xFF) != ESCAPE || (body[at + 2] & 0xFF) != ESCAPE) {
            return -1;
        }
        return (((body[at + 1] ^ KEY) & 0xFF) << 8) | ((body[at + 3] ^ KEY) & 0xFF);
    }

    private static int crc(byte[] bytes, int from, int until) {
        int crc = 0;
        for (int i = from; i < until; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
        }
        return crc & 0xFFFF;
    }
}
