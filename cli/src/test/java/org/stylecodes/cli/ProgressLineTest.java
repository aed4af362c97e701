package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String ERASE = "\r\033[K";

    private final StringWriter written = new StringWriter();

    @Test
    void withoutATerminalNothingIsWritten() {
        try (ProgressLine line = line(0)) {
            line.show("loading ...");
            line.advance("drawing", 1, 2);
            line.advance("drawing", 2, 2);
        }
        assertEquals("", written.toString());
    }

    @Test
    void aBarGrowsWithTheSteps() {
        try (ProgressLine line = line(80)) {
            line.advance("drawing", 1, 3);
            assertEquals(ERASE + "drawing [==========>                   ] 1/3", written.toString());
            line.advance("drawing", 3, 3);
            assertTrue(
                    written.toString().contains("drawing [==============================] 3/3  "), written.toString());
        }
    }

    @Test
    void theTimeOfAStepLeavesOutTheFirstStep() throws InterruptedException {
        try (ProgressLine line = line(80)) {
            line.advance("drawing", 1, 2);
            Thread.sleep(1100);
            line.advance("drawing", 2, 2);
        }
        assertTrue(written.toString().matches("(?s).*  1\\.[1-9] s a step  0:00 left\n"), written.toString());
    }

    @Test
    void aNarrowTerminalIsNotOverrun() {
        try (ProgressLine line = line(20)) {
            line.advance("drawing a house on a hill", 1, 3);
        }
        assertEquals(ERASE + "drawing a house on \n", written.toString());
    }

    @Test
    void hidingMakesRoomForOtherText() {
        ProgressLine line = line(80);
        line.show("loading ...");
        line.hide();
        line.close();
        assertEquals(ERASE + "loading ..." + ERASE, written.toString());
    }

    @Test
    void secondsAreFormattedAsOnAClock() {
        assertEquals("0:07", ProgressLine.clock(7.4));
        assertEquals("59:59", ProgressLine.clock(3599));
        assertEquals("3:00:05", ProgressLine.clock(10_805));
    }

    private ProgressLine line(int columns) {
        return new ProgressLine(new Terminal(columns), new PrintWriter(written, true), "step");
    }
}
