package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SerialLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sensor that sends by itself, in made-up time. */
@Timeout(60)
class WitMotionTest {
    private static final long MS = MadeUpTime.MS;
    private static final long SECOND = MadeUpTime.SECOND;
    private static final String FOOT = "The IMU on the foot (WitMotion WT901 on /dev/wit) ";

    private final MadeUpTime time = new MadeUpTime();
    private final FakeWit wit = new FakeWit(time);
    private final List<SerialLink.Line> opened = new ArrayList<>();
    private final List<ImuSample> samples = new ArrayList<>();
    private boolean unplugged;

    private WitMotion open(double rateHz) throws HardwareUnavailable {
        return open(rateHz, ImuPart.Serial.USUAL_BAUD);
    }

    private WitMotion open(double rateHz, int baud) throws HardwareUnavailable {
        ImuPart.Serial at = new ImuPart.Serial("/dev/wit", baud);
        return WitMotion.open(new ImuPart(ImuSite.FOOT, ImuModel.WITMOTION, rateHz, at), at, (port, line) -> {
            if (unplugged) {
                throw new HardwareUnavailable("There is no serial port " + port + ".");
            }
            opened.add(line);
            return wit;
        }, time);
    }

    private void run(WitMotion driver, long ns) {
        long endNs = time.timeNs() + ns;
        while (time.timeNs() < endNs) {
            time.passUntil(Math.min(driver.poll(), endNs));
            ImuSample sample = new ImuSample();
            while (driver.feed().take(sample)) {
                samples.add(sample);
                sample = new ImuSample();
            }
        }
    }

    private WitMotion measuring() throws HardwareUnavailable {
        WitMotion driver = open(100);
        run(driver, 3 * SECOND);
        samples.clear();
        return driver;
    }

    private List<ImuSample> valid() {
        return samples.stream().filter(s -> s.valid).toList();
    }

    private void assertTrueToMotion(List<ImuSample> all) {
        double[] gyroDps = new double[3];
        double[] accG = new double[3];
        long number = wit.number - all.size();
        for (ImuSample sample : all) {
            FakeChip.walk(++number, gyroDps, accG);
            assertEquals(gyroDps[0], sample.gyroXDps, 0.07, "set " + number);
            assertEquals(gyroDps[1], sample.gyroYDps, 0.07);
            assertEquals(gyroDps[2], sample.gyroZDps, 0.07);
            assertEquals(accG[0] * 9.80665, sample.accXMps2, 0.005);
            assertEquals(accG[1] * 9.80665, sample.accYMps2, 0.005);
            assertEquals(accG[2] * 9.80665, sample.accZMps2, 0.005);
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 8, 50", "100, 9, 100", "101, 11, 200", "200, 11, 200", "5, 6, 10"})
    void isSetToTheNearestRateThatIsNotBelowWithAccelerationAndRateAlone(double askedHz, int code, double rateHz)
            throws HardwareUnavailable {
        WitMotion driver = open(askedHz);
        run(driver, 3 * SECOND);
        assertEquals(code, wit.registers[0x03]);
        assertEquals(0x06, wit.registers[0x02]);
        assertEquals(3, wit.registers[0x1F]);
        assertEquals(0, wit.tooFast);
        samples.clear();
        run(driver, 5 * SECOND);
        assertEquals(5 * rateHz, samples.size(), 2);
        assertTrueToMotion(samples);
        assertEquals("", driver.feed().health().complaint());
        assertEquals(List.of(new SerialLink.Line(115_200, SerialLink.Parity.NONE, 1, false)), opened);
    }

    @Test
    void measuresWithinASecondAndAHalfEvenWhenItAnswersNoQuestions() throws HardwareUnavailable {
        wit.answers = false;
        WitMotion driver = open(100);
        run(driver, 1_500 * MS);
        assertFalse(samples.isEmpty());
        assertTrue(samples.stream().allMatch(s -> s.valid));
        assertTrueToMotion(samples);
    }

    @Test
    void givesNothingBeforeItIsSetUp() throws HardwareUnavailable {
        WitMotion driver = open(100);
        run(driver, 500 * MS);
        assertEquals(List.of(), samples);
        assertTrue(wit.number > 0);
    }

    @Test
    void aSensorThatDoesNotObeyIsToldThreeTimesMoreThenReadAndSaidToBeSlow() throws HardwareUnavailable {
        wit.deaf = true;
        WitMotion driver = open(100);
        run(driver, 8 * SECOND);
        assertFalse(valid().isEmpty());
        assertEquals(4 * 6, wit.commands);
        assertEquals(FOOT + "gives 10 samples a second, and 100 are wanted. Set it to a faster line and rate with its"
                + " maker's program.", driver.feed().health().complaint());
        run(driver, 20 * SECOND);
        assertTrue(wit.commands > 24, "a slow sensor is told again");
    }

    @Test
    void aLineThatIsTooSlowForTheRateIsRefused() {
        assertEquals(FOOT + "cannot send 100 samples a second at 9600 baud. Set it to 115200 with its maker's program,"
                + " and so in the profile.",
                assertThrows(HardwareUnavailable.class, () -> open(100, 9_600)).getMessage());
        assertEquals(FOOT + "cannot measure more than 200 times a second. Ask for fewer samples.",
                assertThrows(HardwareUnavailable.class, () -> open(201)).getMessage());
    }

    @Test
    void aDamagedFrameCostsItsOwnSetOnly() throws HardwareUnavailable {
        WitMotion driver = measuring();
        run(driver, SECOND / 2);
        wit.damaged = 1;
        run(driver, SECOND / 2);
        assertEquals(99, samples.size(), 1);
        long longest = 0;
        for (int i = 1; i < samples.size(); i++) {
            longest = Math.max(longest, samples.get(i).timeNs - samples.get(i - 1).timeNs);
        }
        assertMs(20, longest);
    }

    private static void assertMs(int ms, long ns) {
        assertEquals((double) ms, (double) ns / MS, 1);
    }

    @Test
    void aRateWithoutItsAccelerationIsNoSample() throws HardwareUnavailable {
        WitMotion driver = measuring();
        wit.lostAccelerations = 5;
        run(driver, SECOND);
        assertEquals(95, valid().size(), 1);
    }

    @Test
    void setsThatComeAtOnceAreTakenApartAndNoneIsStampedAheadOfItsArrival() throws HardwareUnavailable {
        wit.setsAtOnce = 4;
        WitMotion driver = open(200);
        run(driver, 4 * SECOND);
        samples.clear();
        run(driver, SECOND);
        assertEquals(200, samples.size(), 5);
        for (int i = 1; i < samples.size(); i++) {
            assertMs(5, samples.get(i).timeNs - samples.get(i - 1).timeNs);
        }
        assertTrue(samples.getLast().timeNs <= time.timeNs());
        assertEquals("", driver.feed().health().complaint());
    }

    @Test
    void silenceIsSaidAndASensorThatLostItsPowerIsSetUpAgain() throws HardwareUnavailable {
        WitMotion driver = measuring();
        wit.silent = true;
        run(driver, SECOND);
        assertFalse(samples.getLast().valid);
        assertEquals(1, samples.stream().filter(s -> !s.valid).count());
        assertEquals(FOOT + "sends nothing. Check its cable and its power, and that it is set to 115200 baud.",
                driver.feed().health().complaint());
        wit.powerUp();
        wit.silent = false;
        samples.clear();
        run(driver, 4 * SECOND);
        assertEquals(0x09, wit.registers[0x03]);
        assertTrue(valid().size() > 200, "samples " + valid().size());
        assertEquals("", driver.feed().health().complaint());
    }

    @Test
    void aSensorThatSendsOtherThingsOnlyIsToldWhatToSend() throws HardwareUnavailable {
        wit.registers[0x02] = 0x08;
        WitMotion driver = open(100);
        run(driver, 3 * SECOND);
        assertFalse(valid().isEmpty());
    }

    @Test
    void whatCannotBeReadIsSaidToBeAnotherSpeed() throws HardwareUnavailable {
        wit.garbage = true;
        WitMotion driver = open(100);
        run(driver, 2 * SECOND);
        assertEquals(List.of(), samples);
        assertEquals(FOOT + "sends what cannot be read. It is set to another baud rate than 115200, or is another"
                + " device.", driver.feed().health().complaint());
    }

    @Test
    void aPortThatHasGoneIsSaidAndOpenedAgainOnceItIsBack() throws HardwareUnavailable {
        WitMotion driver = measuring();
        wit.gone = true;
        unplugged = true;
        run(driver, 100 * MS);
        assertEquals(FOOT + "cannot be reached: The serial port /dev/wit has gone. Plug it in again.",
                driver.feed().health().complaint());
        assertTrue(wit.closed);
        run(driver, 3 * SECOND);
        assertEquals(FOOT + "cannot be reached: There is no serial port /dev/wit.",
                driver.feed().health().complaint());
        assertEquals(1, samples.size());
        wit.gone = false;
        unplugged = false;
        wit.powerUp();
        samples.clear();
        run(driver, 4 * SECOND);
        assertTrue(valid().size() > 100, "samples " + valid().size());
        assertEquals("", driver.feed().health().complaint());
    }

    @Test
    void aSensorThatRepeatsItselfIsNoSensorThoughItsRatesMayBeZeroAtRest() throws HardwareUnavailable {
        WitMotion driver = measuring();
        wit.motion = (number, gyroDps, accG) -> {
            FakeChip.walk(number, gyroDps, accG);
            Arrays.fill(gyroDps, 0);
        };
        run(driver, 2 * SECOND);
        assertEquals(samples.size(), valid().size());
        wit.motion = (_, gyroDps, accG) -> FakeChip.walk(1, gyroDps, accG);
        samples.clear();
        run(driver, 2 * SECOND);
        assertEquals(24, valid().size());
        assertTrue(driver.feed().health().complaint().contains("repeats one value"));
        wit.motion = FakeChip::walk;
        samples.clear();
        run(driver, 2 * SECOND);
        assertTrue(valid().size() > 150);
    }

    @Test
    void closingReleasesThePort() throws HardwareUnavailable {
        WitMotion driver = measuring();
        driver.close();
        assertTrue(wit.closed);
        long nowNs = time.timeNs();
        assertTrue(driver.poll() > nowNs);
        assertEquals(nowNs, time.timeNs());
    }
}
