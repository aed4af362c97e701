package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.train.check.CheckReport;
import org.stylecodes.train.check.DataCheck;
import org.stylecodes.train.check.Printable;
import org.stylecodes.train.check.ReportPage;
import org.stylecodes.train.dataset.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a folder of pictures before training. */
@Command(
        name = "check",
        description = {
            "Open every picture of a data set and list its styles, and what training would meet: pictures that cannot be"
                    + " read or are tiny, captions that are missing or oddly encoded, files that occur twice, and pictures"
                    + " that look like one of another style.",
            "DIR has one folder for each style, with captions beside the pictures; or a metadata.jsonl; or WebDataset"
                    + " shards."
        },
        footer = {
            "",
            "The exit code is 0 if at least two styles have two readable pictures each and every caption can be decoded,"
                    + " and otherwise 1.",
            "",
            "Examples:",
            "  stylecodes data check pictures",
            "  stylecodes data check pictures -o report.html"
        })
final class DataCheckCommand implements Callable<Integer> {
    private static final int SHOWN_STYLES = 40;
    private static final int SHOWN_NAMES = 3;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "DIR", description = "The folder of the data set.")
    private Path folder;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write a page with all findings and a contact sheet. It needs no other file.")
    private @Nullable Path output;

    @Option(
            names = "--smallest",
            paramLabel = "PIXELS",
            defaultValue = "32",
            description = "Report pictures with a shorter side as tiny. Default: ${DEFAULT-VALUE}.")
    private int smallest;

    DataCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (smallest < 1) {
            throw new BadValueException("--smallest is " + smallest + "; expected 1 or more");
        }
        if (output != null && Files.isDirectory(output)) {
            throw new BadValueException(output + " is a folder; give the name of a file in it");
        }
        Dataset data = Dataset.open(folder);
        CheckReport report;
        try (ProgressLine line = new ProgressLine(terminal, spec.commandLine().getErr(), "picture")) {
            int total = data.examples().size();
            report = DataCheck.run(data, smallest, done -> line.advance("reading", done, total));
        }
        print(report);
        if (output != null) {
            Path name = folder.toAbsolutePath().normalize().getFileName();
            ReportPage.write(report, String.valueOf(name == null ? folder : name), output);
        }
        Optional<String> refusal = report.refusal();
        refusal.ifPresent(reason -> spec.commandLine().getErr().println(folder + " cannot be trained on: " + reason));
        return refusal.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(CheckReport report) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Integer> styles = report.styles();
        out.println(report.pictures() + " pictures in " + styles.size() + " styles, " + report.layout());
        styles.entrySet().stream()
                .limit(SHOWN_STYLES)
                .forEach(style -> out.printf("%7d  %s%n", style.getValue(), Printable.of(style.getKey())));
        if (styles.size() > SHOWN_STYLES) {
            out.println("         and " + (styles.size() - SHOWN_STYLES) + " more styles");
        }
        for (CheckReport.Finding finding : report.findings()) {
            out.println(finding.description() + ": " + finding.count());
            List<String> names = finding.names();
            names.stream().limit(SHOWN_NAMES).forEach(name -> out.println("         " + Printable.of(name)));
            int rest = finding.count() - Math.min(SHOWN_NAMES, names.size());
            if (rest > 0) {
                out.println("         and " + rest + " more");
            }
        }
    }
}
