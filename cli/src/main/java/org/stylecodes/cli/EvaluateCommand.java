package org.stylecodes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stylecodes.StyleCodes;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.ScenePictures;
import org.stylecodes.train.measure.Closeness;
import org.stylecodes.train.measure.EvaluationReport;
import org.stylecodes.train.measure.Judge;
import org.stylecodes.train.measure.ModelEvaluation;
import org.stylecodes.train.measure.Proportion;
import org.stylecodes.train.model.ModelParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a model on rendered styles that it was not trained on. */
@Command(
        name = "evaluate",
        description =
                "Measure a model on rendered styles that it was not trained on. Draws objects in every style and compares"
                        + " the drawings with real pictures.",
        footer = {
            "",
            "Each share is printed with its 95 %% interval. A share that is better when larger also has a floor, which a"
                    + " model that knows nothing reaches, and a ceiling, which real pictures reach. Closeness is 0 for two"
                    + " real pictures of one style and 1 for pictures of unrelated styles. All Fréchet distances of a run are"
                    + " computed on sets of one size; the sets with a style have the same styles. They cannot be compared"
                    + " with distances of sets of another size.",
            "",
            "Examples:",
            "  stylecodes evaluate --judge nano/recipe/judge --styles 50"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int SIZE = 128;
    private static final int RETRIEVAL_STYLES = 100;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--judge",
            paramLabel = "FOLDER",
            required = true,
            description = "A model folder that holds a judge, trained by 'stylecodes train judge'.")
    private Path judge;

    @Option(
            names = "--styles",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many styles to draw. Default: 50.")
    private int styles;

    @Option(
            names = "--objects",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "How many objects to draw in each style; the styles take turns through all objects. Default: 4.")
    private int objectsPerStyle;

    @Option(
            names = "--first-style",
            paramLabel = "SEED",
            defaultValue = "3000000",
            description =
                    "The seed of the first style; the other styles have the seeds after it. No stage may have been trained"
                            + " on them. Default: 3000000.")
    private long firstStyle;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (styles < 2) {
            throw new BadValueException("--styles is " + styles + "; expected 2 or more");
        }
        ModelParts parts = new ModelParts(judge);
        List<String> objects = new ArrayList<>();
        for (JsonNode object : InputFiles.read(() -> parts.json("judge")).path("objects")) {
            objects.add(object.asText());
        }
        if (objectsPerStyle < 1 || objectsPerStyle > objects.size()) {
            throw new BadValueException("--objects is " + objectsPerStyle + "; expected 1 to " + objects.size()
                    + ", the number of objects that this judge knows");
        }
        Judge network = InputFiles.read(
                () -> Judge.of(Weights.inPlace(judge.toString(), parts.tensors("judge")), objects.size()));
        int needed = Math.max(styles, RETRIEVAL_STYLES);
        ScenePictures unseen = ScenePictures.of(new RunConfig.Scenes(firstStyle, needed, 2, SIZE, objects));
        PrintWriter err = spec.commandLine().getErr();
        try (StyleCodes opened = model.open();
                ProgressLine line = new ProgressLine(terminal, err, "picture")) {
            List<String> prompts = objects.stream().map(EvaluateCommand::prompt).toList();
            ModelEvaluation evaluation = new ModelEvaluation(opened, network, unseen, prompts);
            int total = evaluation.drawings(styles, objectsPerStyle);
            print(evaluation.run(styles, objectsPerStyle, done -> line.advance("measuring", done, total)), needed);
        }
        return ExitCode.OK;
    }

    private static String prompt(String object) {
        return ("aeiou".indexOf(object.charAt(0)) < 0 ? "a " : "an ") + object;
    }

    private void print(EvaluationReport report, int among) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
            return;
        }
        out.printf("%d styles, %d pictures%n", report.styles(), report.pictures());
        share("other picture of a style found by its code, among " + among, report.codeRetrieval());
        share("the same by the numbers before rounding", report.continuousRetrieval());
        share("generated picture's code nearest to its reference's", report.styleRetrieval());
        share("prompted object named by the judge", report.objectAccuracy());
        share("the same in pictures without a style", report.plainObjectAccuracy());
        share("reference's object named instead", report.leakage());
        closeness("lightness", report.lightness());
        closeness("hue", report.hue());
        closeness("texture", report.texture());
        out.printf(
                Locale.ROOT,
                "Fréchet distance to real pictures: %.2f (real %.2f, without a style %.2f; sets of %d pictures)%n",
                report.frechet().value(),
                report.frechet().real(),
                report.frechet().plain(),
                report.frechet().count());
    }

    private void share(String measure, Proportion share) {
        String bounds = share.floor() == null || share.ceiling() == null
                ? ""
                : String.format(Locale.ROOT, "; floor %.1f, ceiling %.1f", 100 * share.floor(), 100 * share.ceiling());
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %.1f %% (%.1f to %.1f, of %d%s)%n",
                        measure,
                        100 * share.value(),
                        100 * share.low(),
                        100 * share.high(),
                        share.count(),
                        bounds);
    }

    private void closeness(String measure, Closeness closeness) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "closeness of %s: %.3f +- %.3f (distance %.2f, real %.2f, unrelated %.2f)%n",
                        measure,
                        closeness.value(),
                        closeness.error(),
                        closeness.generated(),
                        closeness.real(),
                        closeness.unrelated());
    }
}
