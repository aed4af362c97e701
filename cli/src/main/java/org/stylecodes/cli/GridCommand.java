package org.stylecodes.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws a sheet of prompts by styles. */
@Command(
        name = "grid",
        description = "Draw every prompt in every style on one sheet with labels, and print the path of the file.",
        footer = {
            "",
            "Each --style is a row, labelled with its code. If the style is a picture, the row also shows the picture and"
                    + " its name. Without --style, there is one row without a style. Labels in scripts other than Latin need"
                    + " an installed font for the script; no display is needed.",
            "",
            "Examples:",
            "  stylecodes grid --prompt \"a house\" --prompt \"a boat at night\" \\",
            "      --style photo.jpg --style RIgP_58waM-Dx3A5idNo",
            "  stylecodes grid --prompt \"a cat\" -o sheet.png \\",
            "      $(stylecodes code random --count 4 | sed 's/^/--style=/')"
        })
final class GridCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--prompt",
            paramLabel = "PROMPT",
            required = true,
            description = "What to draw. Each prompt is a column. An empty prompt (\"\") leaves it to the model.")
    private List<String> prompts;

    @Mixin
    private StyleOption styles;

    @Mixin
    private GenerationOptions options;

    @Mixin
    private SheetOption output;

    @Mixin
    private ReadingOption reading;

    @Mixin
    private ModelOption modelOption;

    GridCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Request request = options.applyTo(Request.of(""));
        List<StyleArgument> given = styles.read(reading.options());
        if (given.stream().anyMatch(style -> style.weight() != 1)) {
            throw new BadValueException(
                    "a style in a grid cannot have a weight, because each style is a row of its own;"
                            + " 'stylecodes code mix' makes one code of several");
        }
        output.files().check(1);
        try (StyleCodes model = modelOption.open();
                ProgressLine line =
                        new ProgressLine(terminal, spec.commandLine().getErr(), "step")) {
            Request base = model.info().filled(request); // one seed for all pictures
            new RequestWarnings(model.info(), spec.commandLine().getErr())
                    .of(prompts.stream().map(base::prompt).toList());
            line.show("loading the model ...");
            List<StyleGrid.Row> rows = given.isEmpty()
                    ? List.of(new StyleGrid.Row(null, "", null))
                    : given.stream()
                            .map(style -> StyleGrid.Row.of(style, model))
                            .toList();
            Sheet sheet = new StyleGrid(prompts, rows).draw(model, base, line);
            line.hide();
            warnOfMissingLetters(sheet.missingLetters());
            Path file = output.files().write(sheet.draw(), Map.of(), 0, "sheet", System.out);
            if (file != null) {
                spec.commandLine().getOut().println(file);
            }
            if (request.seed() == null) { // unlike a picture, a sheet does not record its seed
                spec.commandLine().getErr().println("drawn with --seed " + base.seed());
            }
        }
        return ExitCode.OK;
    }

    private void warnOfMissingLetters(String letters) {
        if (!letters.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "no font on this machine has the letters " + letters + ", so the sheet shows boxes in their"
                                    + " place; install a font that has them, such as one of the Noto fonts (and fontconfig on Linux)");
        }
    }
}
