package org.stylecodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.drawing.DrawingPackBuilder;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.folder.IllustrationFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the pack of drawings, and composes styles of it. */
@Command(
        name = "illustrations",
        description = {
            "Compose a folder of illustrated styles to train on or to judge by, from freely licensed drawings. The drawings"
                    + " come from a pack (--from); without one, they are fetched first. --pack keeps them.",
            "Sets of drawings come from the npm registry by the npm client, in pinned versions, and are checked against"
                    + " their SHA-256. A notice of their licences and authors is written beside pictures and packs."
        },
        footer = {
            "",
            "A command that was stopped continues when it is given again; styles that are complete are kept.",
            "",
            "Examples:",
            "  stylecodes data illustrations --pack drawings.pack",
            "  stylecodes data illustrations --from drawings.pack -o styles --styles 2000",
            "  stylecodes data illustrations --from drawings.pack -o unseen --held-out hands",
            "  stylecodes data illustrations --pack drawings.pack --training-only \\",
            "      --sources downloads --source sy=fonts"
        })
final class DataIllustrationsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @ArgGroup(exclusive = false)
    private @Nullable CompositionOptions composition;

    @Option(
            names = "--from",
            paramLabel = "PACK",
            description = "Take the drawings from this pack; nothing is fetched.")
    private @Nullable Path from;

    @Option(names = "--pack", paramLabel = "FILE", description = "Write the drawings to this pack.")
    private @Nullable Path pack;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder that keeps the packages of the sets, for the next time. What it lacks is fetched."
                    + " Default: a folder \"sources\" beside the pack, or beside the output without --pack.")
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

    DataIllustrationsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requireOptionsThatFit();
        if (composition == null) {
            fetch(Objects.requireNonNull(pack), hand -> !trainingOnly || !hand.heldOut());
            return ExitCode.OK;
        }
        composition.check(); // before drawings are fetched, which takes minutes
        if (from != null) {
            compose(composition, from);
        } else if (pack != null) {
            fetch(pack, hand -> !trainingOnly || !hand.heldOut());
            compose(composition, pack);
        } else {
            composeOfTemporaryPack(composition);
        }
        return ExitCode.OK;
    }

    private void requireOptionsThatFit() {
        if (from == null && pack == null && composition == null) {
            throw new BadValueException("give -o DIR to compose styles, --pack FILE to keep drawings, or both");
        }
        if (from != null && composition == null) {
            throw new BadValueException("--from composes styles; give the folder to write them to with -o DIR");
        }
        if (from != null && (pack != null || sources != null || trainingOnly || !given.isEmpty())) {
            throw new BadValueException("--from takes drawings from a pack, so nothing is fetched; leave out --pack,"
                    + " --sources, --source and --training-only");
        }
        if (trainingOnly && composition != null && composition.usesHeldOutHands()) {
            throw new BadValueException("--training-only leaves out the hands that --held-out hands needs");
        }
        for (Map.Entry<String, Path> source : given.entrySet()) {
            if (!Files.isDirectory(source.getValue())) {
                throw new BadValueException(
                        "--source " + source.getKey() + ": there is no folder " + source.getValue());
            }
        }
    }

    private void composeOfTemporaryPack(CompositionOptions options) throws IOException {
        Path folder = Files.createTempDirectory("stylecodes-drawings");
        Path temporary = folder.resolve("drawings.pack");
        try {
            fetch(temporary, options.selection()::uses);
            compose(options, temporary);
        } finally {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(folder.resolve("drawings.pack.NOTICE.txt"));
            Files.deleteIfExists(folder);
        }
    }

    private void fetch(Path file, Predicate<Hand> hands) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DrawingPackBuilder.Summary summary = DrawingPackBuilder.build(file, sources(file), given, hands, line -> {
            out.println(line);
            out.flush();
        });
        int drawings =
                summary.drawings().values().stream().mapToInt(count -> count).sum();
        out.println(file + ": " + drawings + " drawings of " + summary.contents() + " contents by "
                + summary.drawings().size() + " hands, " + Files.size(file) + " bytes");
    }

    private Path sources(Path file) {
        if (sources != null) {
            return sources;
        }
        Path beside = pack == null && composition != null ? composition.folder().toAbsolutePath() : file;
        return beside.resolveSibling("sources");
    }

    private void compose(CompositionOptions options, Path file) {
        DrawingPack drawings = DrawingPack.open(file);
        PrintWriter out = spec.commandLine().getOut();
        IllustrationFolder.Summary summary;
        long start = System.nanoTime();
        try (ProgressLine line = new ProgressLine(terminal, spec.commandLine().getErr(), "picture")) {
            summary = IllustrationFolder.write(
                    options.folder(),
                    drawings,
                    options.selection(),
                    options.threads(),
                    new CompositionProgress(terminal, line, out));
            line.hide();
        }
        String kept = summary.kept() > 0 ? ", " + summary.kept() + " pictures kept" : "";
        String rate = summary.composed() > 0
                ? ", " + CompositionProgress.rate(summary.composed(), System.nanoTime() - start)
                : "";
        out.println(options.folder() + ": " + options.selection().styles() + " styles, " + summary.composed()
                + " pictures composed" + rate + kept);
    }
}
