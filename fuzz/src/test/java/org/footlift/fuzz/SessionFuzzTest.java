package org.footlift.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.footlift.crashdisk.CrashDisk;
import org.footlift.telemetry.session.Sessions;
import org.footlift.telemetry.session.WpilogReader;

/** Any bytes are a log, or refused with the byte that is wrong; any file is listed as a session, with a verdict. */
class SessionFuzzTest {
    @FuzzTest
    void wpilog(byte[] data) {
        try (WpilogReader log = new WpilogReader(new ByteArrayInputStream(data), data.length)) {
            while (log.next()) {
                assertTrue(log.recordAt() >= 12 && log.payloadLength() <= data.length);
                if (log.entry() == 0) {
                    log.control();
                }
            }
            assertTrue(log.cutAt() <= data.length);
        } catch (IOException e) {
            assertTrue(e.getMessage() != null, "a refusal says why");
        }
    }

    @FuzzTest
    void session(byte[] data) throws IOException {
        Path file = new CrashDisk().path("/session.wpilog");
        Files.write(file, data, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        assertTrue(!Sessions.summarize(file).integrity().explanation().isBlank());
    }
}
