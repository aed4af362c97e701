package org.stylecodes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stylecodes.Request;
import org.stylecodes.train.measure.Closeness;
import org.stylecodes.train.measure.EvaluationReport;
import org.stylecodes.train.measure.ModelEvaluation;
import org.stylecodes.train.measure.Proportion;
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
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelOption model;

    @Mixin
    private MeasureOptions measured;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        measured.measure(model, this::evaluate);
        return ExitCode.OK;
    }

    private void evaluate(ModelEvaluation evaluation) throws Exception {
        int styles = measured.styles();
        int each = measured.objectsPerStyle();
        int total = evaluation.drawings(styles, each);
        try (ProgressLine line = new ProgressLine(terminal, spec.commandLine().getErr(), "picture")) {
            print(evaluation.run(
                    evaluation.references(),
                    Request.of(""),
                    styles,
                    each,
                    done -> line.advance("measuring", done, total)));
        }
    }

    private void print(EvaluationReport report) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
            return;
        }
        out.printf("%d styles, %d pictures%n", report.styles(), report.pictures());
        share("other picture of a style found by its code, among " + measured.among(), report.codeRetrieval());
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
