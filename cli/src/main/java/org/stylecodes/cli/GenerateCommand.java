package org.stylecodes.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Generation;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.WeightedStyle;
import org.stylecodes.image.Picture;
import org.stylecodes.notes.PictureNotes;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a prompt in one or several styles. */
@Command(
        name = "generate",
        description =
                "Draw a prompt in a style and print the path of the file. The PNG records how it was made; --from draws"
                        + " it again.",
        footer = {
            "",
            "Examples:",
            "  stylecodes generate \"a house on a hill\" --style RIgP_58waM-Dx3A5idNo \\",
            "      -o house.png",
            "  stylecodes generate \"a boat\" --style photo.jpg --strength 0.7 --count 4",
            "  stylecodes generate \"a cat\" --style warm.png::2 \\",
            "      --style nano1:RIgP_58waM-Dx3A5idNomo",
            "  stylecodes generate \"a cat\" --init sketch.png --init-strength 0.6 -o cat.png",
            "  stylecodes generate --from house.png --seed 2"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final double INIT_STRENGTH = 0.7;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            paramLabel = "PROMPT",
            arity = "0..1",
            description = "What to draw. An empty prompt (\"\") leaves it to the model.")
    private @Nullable String prompt;

    @Mixin
    private StyleOption styles;

    @Mixin
    private GenerationOptions options;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many pictures to draw, with consecutive seeds. Default: 1.")
    private int count;

    @Option(names = "--init", paramLabel = "PICTURE", description = "A picture to start from.")
    private @Nullable Path init;

    @Option(
            names = "--init-strength",
            paramLabel = "X",
            description = "How much of the init picture may change, above 0 to 1 (redraw everything). Default: "
                    + INIT_STRENGTH + ".")
    private @Nullable Double initStrength;

    @Option(
            names = "--from",
            paramLabel = "PNG",
            description = "Repeat the request that a PNG records. Other options replace parts of that request.")
    private @Nullable Path from;

    @Mixin
    private PicturesOption output;

    @Mixin
    private ReadingOption reading;

    @Mixin
    private ModelOption modelOption;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PictureNotes notes = notes();
        Request base = prompt == null ? notes.request() : notes.request().prompt(prompt);
        Request request = withInit(modelOption.applyTo(options.applyTo(base)).count(count), notes);
        List<StyleArgument> given = styles.read(reading.options());
        output.files().check(count);
        try (StyleCodes model = modelOption.open()) {
            warnOfOtherModel(notes, model);
            List<WeightedStyle> replaced =
                    given.stream().map(style -> style.of(model)).toList();
            Request whole = model.info().filled(replaced.isEmpty() ? request : request.styles(replaced));
            new RequestWarnings(model.info(), spec.commandLine().getErr()).of(List.of(whole));
            draw(model, whole);
        }
        return ExitCode.OK;
    }

    private void draw(StyleCodes model, Request request) {
        long seed = Objects.requireNonNull(request.seed());
        try (ProgressLine line = new ProgressLine(terminal, spec.commandLine().getErr(), "step")) {
            line.show("loading the model ...");
            for (int i = 0; i < count; i++) { // one at a time, so that each picture is written as soon as it is drawn
                Request next = request.seed(seed + i).count(1).listener(new StepBar(line, "drawing", i, count));
                Generation generation = model.generate(next);
                line.hide();
                Path file = output.files()
                        .write(
                                generation.first(),
                                PictureNotes.of(generation, 0).texts(),
                                i,
                                "out",
                                System.out);
                if (file != null) {
                    spec.commandLine().getOut().println(file);
                }
            }
        }
    }

    private PictureNotes notes() {
        if (from != null) {
            return InputFiles.notes(from);
        }
        if (prompt == null) {
            throw new BadValueException(
                    "there is nothing to draw; give a prompt, which may be empty (\"\"), or --from with a PNG that records its request");
        }
        return new PictureNotes(Request.of(prompt), null, null, null);
    }

    private Request withInit(Request request, PictureNotes notes) {
        if (init == null && initStrength != null) {
            throw new BadValueException("--init-strength has no effect without --init; give a picture with --init");
        }
        if (init == null && notes.initStrength() != null) {
            throw new BadValueException(from
                    + " was drawn from another picture, which the PNG does not contain; give that picture with --init");
        }
        if (init == null) {
            return request;
        }
        Picture picture = InputFiles.picture(init, reading.options());
        double kept = notes.initStrength() == null ? INIT_STRENGTH : notes.initStrength();
        return request.init(picture, initStrength == null ? kept : initStrength);
    }

    private void warnOfOtherModel(PictureNotes notes, StyleCodes model) {
        if (from != null && !model.id().equals(notes.model())) {
            String maker = notes.model() == null ? "another program" : "the model " + notes.model();
            spec.commandLine()
                    .getErr()
                    .println(from + " was made by " + maker + "; " + model.id() + " will draw a different picture");
        }
    }
}
