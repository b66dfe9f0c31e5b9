package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTextTest {
    @Test
    void alignsColumnsNamesAGroupOnceAndShowsADashForNothing() {
        ScoreTable table = new ScoreTable(
                List.of(new EventScore("ag", "hemiparetic", "heel_strike", 1200, 1187, 0.95, 0.96, 0.955, 0.961, 21.04,
                        60.26, -12.4, -0.0),
                        new EventScore("ag", "hemiparetic", "toe_off", 1190, 0, null, null, null, null, null, null,
                                null, null)),
                List.of(new StimulationScore("ip", "healthy", 310, 99.03, 0.0, null, null, 101.6, null, 3.21, 0)));
        assertEquals(
                """
                        Events
                          set  group        event        labels  detected  recall  precision     F1    F1p  MAE ms  p95 ms  offset ms  lag ms
                          ag   hemiparetic  heel_strike    1200      1187   0.950      0.960  0.955  0.961    21.0    60.3        -12      +0
                                            toe_off        1190         0       -          -      -      -       -       -          -       -

                        Stimulation
                          set  group    swings  covered %  missed %  start-HO ms  p95 ms  end-HS ms  outside ms/stride  stray/1000  standing
                          ip   healthy     310       99.0       0.0            -       -       +102                  -         3.2         0
                        """,
                ScoreText.of(table));
    }
}
