package org.stylecodes.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stylecodes.train.loop.MetricsLog;
import org.stylecodes.train.loop.Trainer;

/**
 * Shows the progress of training, one line per report. On a terminal, each report replaces the one before it; reports with
 * validation results stay.
 */
record TrainingProgress(Terminal terminal, ProgressLine line, PrintWriter out) implements Trainer.ReportListener {
    private static final String VALIDATION = "val_";

    @Override
    public boolean onReport(MetricsLog.Report report) {
        boolean validated = report.terms().keySet().stream().anyMatch(term -> term.startsWith(VALIDATION));
        line.hide();
        if (terminal.isInteractive() && !validated) {
            line.show(text(report));
        } else {
            out.println(text(report));
            out.flush();
        }
        return true;
    }

    private static String text(MetricsLog.Report report) {
        String terms = report.terms().entrySet().stream()
                .map(term -> String.format(Locale.ROOT, "%s %.4g", term.getKey(), term.getValue()))
                .collect(Collectors.joining("  "));
        return String.format(
                Locale.ROOT,
                "step %d/%d  %.1f samples/s  %s left  %s",
                report.step(),
                report.steps(),
                report.samplesPerSecond(),
                ProgressLine.clock(report.secondsLeft()),
                terms);
    }
}
