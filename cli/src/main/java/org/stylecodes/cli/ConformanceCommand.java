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

/** Holds this build on this machine against recorded numbers. */
@Command(
        name = "conformance",
        description = "Compare what this build computes on this machine with numbers recorded from the published Python"
                + " implementations: a line for each case, with its largest error and the bound.",
        footer = {
            "",
            "Cases of features that this version does not have are skipped. Exit code 1 if a case fails.",
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

    @Parameters(paramLabel = "DIR", description = "A folder laid out like the golden archive.")
    private Path folder;

    @Mixin
    private DeviceOption device;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Devices.requireAvailable(device.device()); // or else this machine is at fault, and not the folder
        Summary summary = InputFiles.read(() -> Conformance.run(folder, device.device(), result -> {
            out.println(result);
            out.flush();
        }));
        out.println(summary);
        return summary.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
