package org.stylecodes.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows the progress of work in one line on a terminal: the steps done, the time of a step and the time left. Writes nothing if
 * the output is not a terminal. Not thread-safe.
 */
final class ProgressLine implements AutoCloseable {
    private static final int WIDEST_BAR = 30;
    private static final long REDRAW_NANOS = 50_000_000;
    private static final String ERASE = "\r\033[K"; // returns to the start of the line and clears it

    private final Terminal terminal;
    private final PrintWriter out;
    private final String step;
    private String shown = "";
    private long drawn;
    private long firstStep;
    private int stepsBefore;

    /** @param step the name of a step, as in "0.31 s a step" */
    ProgressLine(Terminal terminal, PrintWriter out, String step) {
        this.terminal = terminal;
        this.out = out;
        this.step = step;
    }

    /** Shows a text without a count. */
    void show(String text) {
        draw(text);
    }

    /**
     * Shows that another step is done. The time of the first step is left out of the mean, because that step also loads weights.
     *
     * @param what what is being done
     * @param done how many steps are done, 1 after the first
     * @param total how many steps there are
     */
    void advance(String what, int done, int total) {
        long now = System.nanoTime();
        if (firstStep == 0) {
            firstStep = now;
            stepsBefore = done;
        }
        if (now - drawn < REDRAW_NANOS && done < total) {
            return;
        }
        String times = "";
        if (done > stepsBefore) {
            double seconds = (now - firstStep) / 1e9 / (done - stepsBefore);
            times = String.format(
                    Locale.ROOT, "  %s a %s  %s left", duration(seconds), step, clock(seconds * (total - done)));
        }
        draw(what + bar(done, total, what.length() + times.length()) + done + "/" + total + times);
        drawn = now;
    }

    /** Removes the line, so that something can be printed in its place. The next step shows it again. */
    void hide() {
        if (!shown.isEmpty()) {
            out.print(ERASE);
            out.flush();
            shown = "";
            drawn = 0;
        }
    }

    /** Keeps the line as it is and moves to the next one. */
    @Override
    public void close() {
        if (!shown.isEmpty()) {
            out.println();
            shown = "";
        }
    }

    private void draw(String line) {
        if (terminal.isInteractive()) {
            shown = line.substring(0, Math.min(line.length(), terminal.columns() - 1));
            out.print(ERASE + shown);
            out.flush();
        }
    }

    private String bar(int done, int total, int others) {
        int room = terminal.columns() - others - 2 * String.valueOf(total).length() - 6;
        int width = Math.min(WIDEST_BAR, room);
        if (width < 3) {
            return " ";
        }
        int full = (int) ((long) width * done / total);
        String head = full < width ? ">" : "";
        return " [" + "=".repeat(full) + head + " ".repeat(width - full - head.length()) + "] ";
    }

    private static String duration(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Formats seconds as 0:07 or 1:23:45. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
