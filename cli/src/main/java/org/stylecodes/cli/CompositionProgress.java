package org.stylecodes.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.stylecodes.train.illustration.folder.IllustrationFolder;

/**
 * Shows how many pictures are composed and how many a second: on a terminal in one line that changes, elsewhere in a new line every ten
 * seconds. Not thread-safe.
 */
final class CompositionProgress implements IllustrationFolder.ProgressListener {
    private static final long LINE_NANOS = 10_000_000_000L;

    private final Terminal terminal;
    private final ProgressLine line;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private long printed = start;

    CompositionProgress(Terminal terminal, ProgressLine line, PrintWriter out) {
        this.terminal = terminal;
        this.line = line;
        this.out = out;
    }

    @Override
    public void onComposed(long pictures, long total) {
        long now = System.nanoTime();
        double left = (now - start) / 1e9 / pictures * (total - pictures);
        String text = pictures + " of " + total + " pictures, " + rate(pictures, now - start) + ", "
                + ProgressLine.clock(left) + " left";
        if (terminal.isInteractive()) {
            line.show(text);
        } else if (now - printed >= LINE_NANOS) {
            out.println(text);
            out.flush();
            printed = now;
        }
    }

    /** How fast pictures were composed, such as "96.3 a second". */
    static String rate(long pictures, long nanos) {
        return String.format(Locale.ROOT, "%.1f a second", pictures / Math.max(1e-9, nanos / 1e9));
    }
}
