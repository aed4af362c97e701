package org.stylecodes.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Size;
import org.stylecodes.cli.bench.Benchmark;
import org.stylecodes.cli.bench.Comparison;
import org.stylecodes.cli.bench.RandomModel;
import org.stylecodes.format.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the speed of a model on this machine. */
@Command(
        name = "bench",
        description =
                "Measure how fast a model draws and encodes on this machine: each step, the decoder, the first picture, memory,"
                        + " and how much of the machine's own limit that is.",
        footer = {
            "",
            "Measure on a machine that does nothing else. The prompt, the seed and the style are always the same.",
            "",
            "Examples:",
            "  stylecodes bench",
            "  stylecodes bench --random sd15 --steps 5",
            "  stylecodes bench --write-model sd15-random",
            "  stylecodes bench --model sd15-random --against ../older-checkout"
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--random",
            paramLabel = "SIZE",
            description =
                    "Measure a temporary model with random weights, of the size of Stable Diffusion 1.5 (sd15, 3.5 GB of"
                            + " temporary files) or of the built-in model (nano), if no model is at hand.")
    private RandomModel.@Nullable Sizes random;

    @Option(names = "--size", paramLabel = "WxH", description = "Size of the picture. Default: the model's own.")
    private @Nullable Size size;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the picture, 3 or more. Default: the model's own number.")
    private @Nullable Integer steps;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Option(
            names = "--write-model",
            paramLabel = "DIR",
            description =
                    "Only write a model folder with random weights of the full size of SD1.5 and its style branch (3.5 GB).")
    private @Nullable Path folder;

    @Option(
            names = "--against",
            paramLabel = "CHECKOUT",
            description = "Compare this version with the one that is built in another checkout, in turns.")
    private @Nullable Path checkout;

    @Option(
            names = "--defaults",
            description = "With --against: also draw a picture with each version's own default settings.")
    private boolean defaults;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each version runs with --against. Default: 3.")
    private int rounds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (folder != null) {
            RandomModel.write(folder, part -> {
                out.println(part);
                out.flush();
            });
            return ExitCode.OK;
        }
        require(steps == null || steps >= 3, "--steps is " + steps + "; expected 3 or more");
        require(rounds >= 1, "--rounds is " + rounds + "; expected 1 or more");
        if (random != null) {
            require(model.path() == null, "--random and --model name two models; give one of them");
            try (TemporaryFolder folder = TemporaryFolder.create("stylecodes-bench")) {
                RandomModel.write(folder.path(), random);
                measure(folder.path().toString(), out);
            }
        } else {
            measure(model.path(), out);
        }
        out.flush();
        return ExitCode.OK;
    }

    /** @param path of the model; null for the built-in one */
    private void measure(@Nullable String path, PrintWriter out) {
        if (checkout != null) {
            compare(path, checkout, out);
            return;
        }
        ObjectNode report = new Benchmark(steps, size, model.precision()).run(() -> model.open(path));
        out.print(json ? report.toPrettyString() + "\n" : Benchmark.text(report));
    }

    private void compare(@Nullable String named, Path other, PrintWriter out) {
        require(size == null || size.width() == size.height(), "--against draws squares; give --size as 512x512");
        int side = size == null ? (named == null ? 128 : 512) : size.width();
        ObjectNode table = new Comparison(
                        named == null ? "nano" : named,
                        side,
                        steps == null ? 20 : steps,
                        named == null ? 10 : 1,
                        defaults,
                        rounds)
                .against(other);
        if (json) {
            out.println(table.toPrettyString());
            return;
        }
        out.printf("%-20s %10s %10s %8s%n", "seconds", "here", "there", "ratio");
        table.properties()
                .forEach(row -> out.printf(
                        Locale.ROOT,
                        "%-20s %10.3f %10.3f %8.2f%n",
                        row.getKey(),
                        row.getValue().path("here").asDouble(),
                        row.getValue().path("there").asDouble(),
                        row.getValue().path("ratio").asDouble()));
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new BadValueException(message);
        }
    }
}
