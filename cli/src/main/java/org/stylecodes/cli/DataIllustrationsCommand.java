package org.stylecodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.train.drawing.DrawingPackBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the pack of drawings that illustrations are composed of. */
@Command(
        name = "illustrations",
        description = {
            "Fetch freely licensed sets of drawings, rasterise them, and keep them in one file, the pack. A notice of the"
                    + " licences and authors is written beside it.",
            "The sets come from the npm registry by the npm client, in pinned versions, and are checked against their"
                    + " SHA-256."
        },
        footer = {
            "",
            "Examples:",
            "  stylecodes data illustrations --pack drawings.pack",
            "  stylecodes data illustrations --pack drawings.pack --training-only \\",
            "      --sources downloads --source sy=fonts"
        })
final class DataIllustrationsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--pack", paramLabel = "FILE", required = true, description = "The pack to write.")
    private Path pack;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder that keeps the packages of the sets, for the next time. What it lacks is fetched."
                    + " Default: a folder \"sources\" beside the pack.")
    private @Nullable Path sources;

    @Option(
            names = "--source",
            paramLabel = "NAME=DIR",
            description = "Take the set NAME from this folder: from its package there, which is checked, or else from"
                    + " unpacked files, which are used as they are. The font of \"sy\" (Symbola) is not in the npm"
                    + " registry; without this option it is left out.")
    private Map<String, Path> given = Map.of();

    @Option(
            names = "--training-only",
            description = "Leave out the sets that are kept for judging, so that the pack is smaller.")
    private boolean trainingOnly;

    @Override
    public Integer call() throws IOException {
        for (Map.Entry<String, Path> source : given.entrySet()) {
            if (!Files.isDirectory(source.getValue())) {
                throw new BadValueException(
                        "--source " + source.getKey() + ": there is no folder " + source.getValue());
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        Path folder = sources == null ? pack.resolveSibling("sources") : sources;
        DrawingPackBuilder.Summary summary =
                DrawingPackBuilder.build(pack, folder, given, hand -> !trainingOnly || !hand.heldOut(), line -> {
                    out.println(line);
                    out.flush();
                });
        int drawings =
                summary.drawings().values().stream().mapToInt(count -> count).sum();
        out.println(pack + ": " + drawings + " drawings of " + summary.contents() + " contents by "
                + summary.drawings().size() + " hands, " + Files.size(pack) + " bytes");
        return ExitCode.OK;
    }
}
