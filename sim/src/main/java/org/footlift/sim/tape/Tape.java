package org.footlift.sim.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.SimOptions;
import org.footlift.sim.SteppedTime;
import org.footlift.sim.VirtualHardware;
import org.footlift.sim.wearer.Activity;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.footlift.sim.wearer.WearerCharacter;
import org.footlift.telemetry.GaitEvent;

/**
 * One virtual wearer's heel switch, foot IMU and shank IMU over a script that begins and ends in quiet standing, so that it can be played in a
 * loop. Immutable; shared by threads. Times are nanoseconds from the beginning of the tape.
 */
public final class Tape {
    private static final long STEP_NS = 5_000_000;
    private static final double IMU_RATE_HZ = 100;
    private static final long LAST_STAND_NS = 2_000_000_000L;
    private static final long SETTLED_NS = 500_000_000L;

    private final Track[] imus = new Track[ImuSite.values().length];
    private final long[] heelEdgesNs;
    private final long[] strikesNs;
    private final long[] standsNs;
    private final long lengthNs;

    /** One IMU: stamps, and six values a sample. */
    private static final class Track {
        private final long[] timesNs;
        private final float[] values;

        Track(long[] timesNs, float[] values) {
            this.timesNs = timesNs;
            this.values = values;
        }
    }

    private Tape(List<ImuSample> foot, List<ImuSample> shank, List<Long> heelEdges, List<Long> strikes,
            List<Long> stands, long lengthNs) {
        imus[ImuSite.FOOT.ordinal()] = track(foot);
        imus[ImuSite.SHANK.ordinal()] = track(shank);
        heelEdgesNs = heelEdges.stream().mapToLong(Long::longValue).toArray();
        strikesNs = strikes.stream().mapToLong(Long::longValue).toArray();
        standsNs = stands.stream().mapToLong(Long::longValue).toArray();
        this.lengthNs = lengthNs;
        if (heelEdgesNs.length % 2 != 0) {
            throw new IllegalStateException("the tape ends with the heel in the air and cannot be played in a loop");
        }
    }

    /** Has a wearer of this character live through two minutes of standing, walking and the rest. */
    static Tape of(WearerCharacter character, long seed) {
        List<WalkScript.Part> parts = List.of(new Stand(3_000), new Walk(50_000), new Stand(2_000), new Walk(5_000),
                new Act(Activity.WEIGHT_SHIFT, 15_000), new Walk(45_000), new Stand(1_000), new Walk(3_000));
        return record(character, seed, new WalkScript(parts));
    }

    /** Has a wearer sit for long, and walk a little. */
    static Tape seated(WearerCharacter character, long seed) {
        return record(character, seed, WalkScript.of(new Stand(4_000), new Act(Activity.LEG_SWING, 50_000),
                new Stand(80_000), new Walk(20_000)));
    }

    private static Tape record(WearerCharacter character, long seed, WalkScript script) {
        HardwareRequest request = new HardwareRequest(List.of(new HardwareRequest.Imu(ImuSite.FOOT, IMU_RATE_HZ),
                new HardwareRequest.Imu(ImuSite.SHANK, IMU_RATE_HZ)), true, 1, Map.of());
        List<ImuSample> foot = new ArrayList<>();
        List<ImuSample> shank = new ArrayList<>();
        List<Long> edges = new ArrayList<>();
        List<Long> strikes = new ArrayList<>();
        List<Long> stands = new ArrayList<>();
        SteppedTime time = new SteppedTime();
        try (VirtualHardware hardware = VirtualHardware.stepped(request,
                SimOptions.parse(Map.of()).withWearer(character).withSeed(seed).withScript(script), time)) {
            hardware.onTruth((event, timeNs) -> {
                if (event == GaitEvent.HEEL_STRIKE) {
                    strikes.add(timeNs);
                }
            });
            SensorFrame frame = new SensorFrame();
            WalkScript.Part part = hardware.part();
            stands.add(SETTLED_NS);
            long sinceNs = 0;
            while (part.durationMs() < Stand.LONGEST_MS || time.timeNs() - sinceNs < LAST_STAND_NS) {
                if (part != hardware.part()) { // a walk ends with its last stride, not with its time
                    part = hardware.part();
                    sinceNs = time.timeNs();
                    if (part instanceof Stand) {
                        stands.add(sinceNs + SETTLED_NS);
                    }
                }
                time.advance(STEP_NS);
                frame.clear();
                hardware.sensors().drain(time.timeNs(), frame);
                keep(frame, foot, shank, edges);
            }
        } catch (HardwareUnavailable e) {
            throw new IllegalStateException("the tape asks for what a leg cannot wear", e);
        }
        return new Tape(foot, shank, edges, strikes, stands, time.timeNs());
    }

    /** Heel readings begin loaded; from there on every change of level is an edge. */
    private static void keep(SensorFrame frame, List<ImuSample> foot, List<ImuSample> shank, List<Long> edges) {
        for (int i = 0; i < frame.imuCount(); i++) {
            ImuSample copy = new ImuSample();
            copy.copyFrom(frame.imu(i));
            (copy.site == ImuSite.FOOT ? foot : shank).add(copy);
        }
        for (int i = 0; i < frame.heelCount(); i++) {
            boolean loaded = edges.size() % 2 == 0;
            if (frame.heel(i).loaded != loaded) {
                edges.add(frame.heel(i).timeNs);
            }
        }
    }

    private static Track track(List<ImuSample> samples) {
        long[] times = new long[samples.size()];
        float[] values = new float[6 * samples.size()];
        for (int i = 0; i < times.length; i++) {
            ImuSample sample = samples.get(i);
            times[i] = sample.timeNs;
            float[] six = {sample.gyroXDps, sample.gyroYDps, sample.gyroZDps, sample.accXMps2, sample.accYMps2,
                    sample.accZMps2};
            System.arraycopy(six, 0, values, 6 * i, six.length);
        }
        return new Track(times, values);
    }

    /** How long the tape is; what comes after is its beginning again. */
    public long lengthNs() {
        return lengthNs;
    }

    /** A moment of quiet standing, of {@link #stands()}. */
    public long standNs(int index) {
        return standsNs[index];
    }

    /** How many moments of quiet standing a walk may begin at. */
    public int stands() {
        return standsNs.length;
    }

    /** Samples of one IMU. */
    public int imuSamples(ImuSite site) {
        return imus[site.ordinal()].timesNs.length;
    }

    /** When sample {@code index} of an IMU was taken. */
    public long imuTimeNs(ImuSite site, int index) {
        return imus[site.ordinal()].timesNs[index];
    }

    /** Writes the six values of a sample. */
    public void copyImu(ImuSite site, int index, ImuSample into) {
        float[] values = imus[site.ordinal()].values;
        into.gyroXDps = values[6 * index];
        into.gyroYDps = values[6 * index + 1];
        into.gyroZDps = values[6 * index + 2];
        into.accXMps2 = values[6 * index + 3];
        into.accYMps2 = values[6 * index + 4];
        into.accZMps2 = values[6 * index + 5];
    }

    /** The first sample of an IMU at or after {@code timeNs}; {@link #imuSamples} when there is none. */
    public int imuFrom(ImuSite site, long timeNs) {
        return firstFrom(imus[site.ordinal()].timesNs, timeNs);
    }

    /** Changes of the heel switch's level. Before the first the heel is loaded. */
    public int heelEdges() {
        return heelEdgesNs.length;
    }

    /** When the level changed for the {@code index}th time. */
    public long heelEdgeNs(int index) {
        return heelEdgesNs[index];
    }

    /** The first change at or after {@code timeNs}; {@link #heelEdges} when there is none. */
    public int heelFrom(long timeNs) {
        return firstFrom(heelEdgesNs, timeNs);
    }

    /** True heel strikes. */
    public int strikes() {
        return strikesNs.length;
    }

    /** True heel strikes before {@code timeNs}. */
    public int strikesBefore(long timeNs) {
        return firstFrom(strikesNs, timeNs);
    }

    private static int firstFrom(long[] timesNs, long timeNs) {
        int found = Arrays.binarySearch(timesNs, timeNs);
        return found >= 0 ? found : -found - 1;
    }
}
