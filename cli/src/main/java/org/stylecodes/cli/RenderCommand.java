package org.stylecodes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.train.scene.SceneFolder;
import org.stylecodes.train.scene.SceneObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders a data set of scenes. */
@Command(
        name = "render",
        description =
                "Render scenes in many styles into a folder: STYLE/NUMBER.png, and metadata.jsonl, which tells what they"
                        + " show. The same options render the same pictures.",
        footer = {
            "",
            "Examples:",
            "  stylecodes render scenes --styles 100 --pictures 4",
            "  stylecodes render --sheet sheet.png --styles 8 --pictures 12 \\",
            "      --objects house,tree,boat"
        })
final class RenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder to write to; created if it does not exist.")
    private @Nullable Path folder;

    @Option(
            names = "--styles",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many styles to render. Default: 10.")
    private int styles;

    @Option(
            names = "--pictures",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many pictures of each style. Default: 4.")
    private int pictures;

    @Option(
            names = "--first-style",
            paramLabel = "SEED",
            defaultValue = "0",
            description = "The seed of the first style; the other styles have the seeds after it. Default: 0.")
    private long firstStyle;

    @Option(
            names = "--objects",
            paramLabel = "NAME",
            split = ",",
            description = "The objects that the scenes show, from ${COMPLETION-CANDIDATES}. Default: all.")
    private @Nullable List<SceneObject> objects;

    @Option(
            names = "--pairs",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "The share of scenes that show two objects, 0 to 1. Default: 0.")
    private double pairs;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "128",
            description = "The width and height of each picture. Default: 128.")
    private int size;

    @Option(names = "--sheet", paramLabel = "FILE", description = "Also write all pictures side by side into one PNG.")
    private @Nullable Path sheet;

    @Override
    public Integer call() throws IOException {
        if (folder == null && sheet == null) {
            throw new BadValueException("there is nothing to write to; give a folder, or --sheet with a file");
        }
        SceneFolder scenes = scenes();
        if (folder != null) {
            scenes.write(folder);
            spec.commandLine().getOut().println(folder);
        }
        if (sheet != null) {
            scenes.writeSheet(sheet);
            spec.commandLine().getOut().println(sheet);
        }
        return ExitCode.OK;
    }

    private SceneFolder scenes() {
        require(styles >= 1, "--styles is " + styles + "; expected 1 or more");
        require(pictures >= 1, "--pictures is " + pictures + "; expected 1 or more");
        require(pairs >= 0 && pairs <= 1, "--pairs is " + pairs + "; expected 0 to 1");
        require(size >= 16 && size <= 4096, "--size is " + size + "; expected 16 to 4096 pixels");
        List<SceneObject> shown = objects == null ? List.of(SceneObject.values()) : objects;
        return new SceneFolder(firstStyle, styles, pictures, shown, pairs, size);
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new BadValueException(message);
        }
    }
}
