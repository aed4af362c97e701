package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.WeightedStyle;
import org.stylecodes.image.Picture;
import org.stylecodes.train.scene.SceneObject;
import org.stylecodes.train.scene.SceneSample;
import org.stylecodes.train.scene.SceneStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the program does, on three sample pictures that it renders. */
@Command(
        name = "demo",
        description =
                "Encode three sample pictures, draw three prompts in each of their styles on one sheet, and print where"
                        + " the sheet is.",
        footer = {"", "Example:", "  stylecodes demo -o demo.png"})
final class DemoCommand implements Callable<Integer> {
    // Style seeds far outside those of the built-in model's training and validation, chosen to look clearly different.
    private static final List<Long> STYLES = List.of(3_000_005L, 3_000_019L, 3_000_009L);
    private static final List<String> PROMPTS = List.of("a house on a hill", "a boat by the sea", "a cat in a field");
    private static final int SAMPLE_SIDE = 256;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private SheetOption output;

    @Mixin
    private ModelOption modelOption;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        output.files().check(1);
        try (StyleCodes model = modelOption.open();
                ProgressLine line =
                        new ProgressLine(terminal, spec.commandLine().getErr(), "step")) {
            line.show("encoding three pictures ...");
            List<StyleGrid.Row> rows = STYLES.stream()
                    .map(style -> row(model, sample(SceneStyle.of(style))))
                    .toList();
            Picture sheet = new StyleGrid(PROMPTS, rows)
                    .draw(model, Request.of("").seed(1), line)
                    .draw();
            line.hide();
            Path file = output.files().write(sheet, Map.of(), 0, "demo", System.out);
            if (file != null) {
                out.println("Three pictures, their style codes, and three prompts drawn in each style: "
                        + file.toAbsolutePath());
            }
        }
        return ExitCode.OK;
    }

    private static StyleGrid.Row row(StyleCodes model, Picture sample) {
        return new StyleGrid.Row(sample, "", new WeightedStyle(model.id(), model.encode(sample), 1));
    }

    private static Picture sample(SceneStyle style) {
        return SceneSample.of(style, 0, List.of(SceneObject.values()), 0).render(SAMPLE_SIDE);
    }
}
