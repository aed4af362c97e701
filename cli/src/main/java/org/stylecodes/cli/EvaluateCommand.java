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
import org.stylecodes.train.Judge;
import org.stylecodes.train.ModelParts;
import org.stylecodes.train.RunConfig;
import org.stylecodes.train.ScenePictures;
import org.stylecodes.train.measure.Closeness;
import org.stylecodes.train.measure.Evaluation;
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
                "Measure a model on rendered styles that it was not trained on: draw every object in every style, and"
                        + " compare with real pictures.",
        footer = {
            "",
            "Closeness is 0 for two real pictures of one style and 1 for pictures of unrelated styles.",
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
            description = "A model folder in which the stage judge was trained.")
    private Path judge;

    @Option(names = "--styles", paramLabel = "N", defaultValue = "50", description = "How many styles. Default: 50.")
    private int styles;

    @Option(
            names = "--first-style",
            paramLabel = "SEED",
            defaultValue = "1000000",
            description = "The seed of the first style; the others follow. Default: 1000000.")
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
        for (JsonNode object : parts.json("judge").path("objects")) {
            objects.add(object.asText());
        }
        Judge network = Judge.of(Weights.of(judge.toString(), parts.tensors("judge")), objects.size());
        int needed = Math.max(styles, RETRIEVAL_STYLES);
        ScenePictures unseen = ScenePictures.of(new RunConfig.Scenes(firstStyle, needed, 2, SIZE, objects));
        PrintWriter err = spec.commandLine().getErr();
        try (StyleCodes opened = model.open();
                ProgressLine line = new ProgressLine(terminal, err, "picture")) {
            List<String> prompts = objects.stream().map(EvaluateCommand::prompt).toList();
            int total = styles * prompts.size();
            Evaluation.Report report = new Evaluation(opened, network, unseen, prompts)
                    .run(styles, done -> line.advance("measuring", done, total));
            print(report);
        }
        return ExitCode.OK;
    }

    private static String prompt(String object) {
        return ("aeiou".indexOf(object.charAt(0)) < 0 ? "a " : "an ") + object;
    }

    private void print(Evaluation.Report report) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
            return;
        }
        out.printf("%d styles, %d pictures%n", report.styles(), report.pictures());
        share("other picture of a style found by its code, of 100", report.codeRetrieval());
        share("generated picture's code nearest to its reference's", report.styleRetrieval());
        share("prompted object named by the judge", report.objectAccuracy());
        share("reference's object named instead", report.leakage());
        closeness("lightness", report.lightness());
        closeness("hue", report.hue());
        closeness("texture", report.texture());
        out.printf(Locale.ROOT, "Fréchet distance to real pictures: %.2f%n", report.frechet());
    }

    private void share(String measure, double share) {
        spec.commandLine().getOut().printf(Locale.ROOT, "%s: %.1f %%%n", measure, 100 * share);
    }

    private void closeness(String measure, Closeness closeness) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "closeness of %s: %.3f (distance %.2f, real %.2f, unrelated %.2f)%n",
                        measure,
                        closeness.value(),
                        closeness.generated(),
                        closeness.real(),
                        closeness.unrelated());
    }
}
