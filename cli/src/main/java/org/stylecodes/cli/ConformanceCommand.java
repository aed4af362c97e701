package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stylecodes.conformance.Conformance;
import org.stylecodes.conformance.Summary;
import org.stylecodes.tensor.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares what this build computes on this machine with recorded numbers. */
@Command(
        name = "conformance",
        description = "Compare what this build computes on this machine with numbers recorded from the published Python"
                + " implementations. Prints one line per case, with its largest error and the bound.",
        footer = {
            "",
            "Cases of features that this version lacks are skipped. The exit code is 1 if a case fails.",
            "",
            "Examples:",
            "  stylecodes conformance golden",
            "  stylecodes conformance golden --device cuda"
        })
final class ConformanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "DIR", description = "A folder with the layout of the golden archive.")
    private Path folder;

    @Mixin
    private DeviceOption device;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        device.setThreads();
        Devices.requireAvailable(device.device()); // checked first: the error must not be blamed on the folder
        Summary summary = InputFiles.read(() -> Conformance.run(folder, device.device(), result -> {
            out.println(result);
            out.flush();
        }));
        out.println(summary);
        return summary.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
