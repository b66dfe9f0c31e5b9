package org.footlift.sim.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footlift.hal.PulseCommand;

/**
 * An openEMSstim in front of a TENS unit that gives 40 pulses a second of 300 µs, 100 mA at full scale. It takes commands as the line that its
 * radio would print, answers nothing but free text, and shuts a gate by itself when its time is over.
 */
public final class EmulatedOpenEmsStim implements EmulatedDevice {
    private static final long MS = 1_000_000L;
    private static final Pattern LINE = Pattern.compile("WV,[0-9A-Fa-f]+,((?:[0-9A-Fa-f]{2})+)\\.");
    private static final Pattern OPEN = Pattern.compile("C([01])I(\\d{1,3})T(\\d+)G");
    private static final String SHUT = "G";
    private static final long SETUP_NS = 800 * MS;
    private static final int LONGEST_MS = 5_000;
    private static final int LONGEST_LINE = 128;
    private static final long TENS_PERIOD_NS = 25 * MS;
    private static final int TENS_FULL_UA = 100_000;
    private static final int TENS_WIDTH_US = 300;

    private final Skin skin;
    private final Consumer<LoggedCommand> log;
    private final Utterances utterances = new Utterances();
    private final StringBuilder line = new StringBuilder();
    private final PulseCommand pulse = new PulseCommand();
    private final int[] pct = new int[2];
    private final long[] untilNs = {Long.MIN_VALUE, Long.MIN_VALUE};
    private long awakeNs = Long.MAX_VALUE;
    private long nextTensNs;
    private long nowNs;

    /** A device that nobody has opened yet. */
    public EmulatedOpenEmsStim(Skin skin, Consumer<LoggedCommand> log) {
        this.skin = skin;
        this.log = log;
    }

    /** Opening the port restarts the board. */
    @Override
    public void opened(long openedNs) {
        Arrays.fill(untilNs, Long.MIN_VALUE);
        line.setLength(0);
        awakeNs = openedNs + SETUP_NS;
        utterances.add(awakeNs, "SETUP DONE\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void receive(byte[] bytes, int count, long now) {
        advance(now);
        for (int i = 0; i < count && now >= awakeNs; i++) {
            char letter = (char) (bytes[i] & 0x7F);
            if (letter == '\n') {
                take(line.toString().strip());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(letter);
            }
        }
    }

    private void take(String text) {
        Matcher form = LINE.matcher(text);
        String command = form.matches()
                ? new String(HexFormat.of().parseHex(form.group(1)), StandardCharsets.US_ASCII)
                : text;
        log.accept(new LoggedCommand(StrictMath.rint(nowNs / 1e6) / 1e3, form.matches() ? "command" : "text", -1,
                command, null));
        Matcher open = OPEN.matcher(command);
        if (!form.matches()) {
            return;
        }
        if (open.matches()) {
            int channel = Integer.parseInt(open.group(1));
            // no per cent leaves the wiper near its floor, but the gate open
            pct[channel] = StrictMath.clamp(Long.parseLong(open.group(2)), 1, 100);
            untilNs[channel] = nowNs + StrictMath.min(LONGEST_MS, Long.parseLong(open.group(3))) * MS;
        } else if (command.equals(SHUT)) {
            Arrays.fill(untilNs, nowNs);
        }
    }

    /** The TENS unit goes on and on; what comes through is up to the gates. */
    @Override
    public void advance(long now) {
        while (nextTensNs <= now) {
            for (int c = 0; c < pct.length; c++) {
                if (nextTensNs < untilNs[c]) {
                    pulse.amplitudeUa = TENS_FULL_UA / 100 * pct[c];
                    pulse.pulseWidthUs = TENS_WIDTH_US;
                    pulse.recoveryAmplitudeUa = pulse.amplitudeUa;
                    pulse.recoveryWidthUs = TENS_WIDTH_US;
                    skin.pulse(c, nextTensNs, pulse);
                }
            }
            nextTensNs += TENS_PERIOD_NS;
        }
        nowNs = now;
    }

    @Override
    public int take(byte[] into, long now) {
        return utterances.take(into, now);
    }

    /** It notices nothing and says nothing: whatever happens to the electrodes, the host does not learn of it. */
    @Override
    public void inject(Injection trouble) {
        // vanishing from the port is the port's affair
    }
}
