package org.stylecodes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.format.JsonFile;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.json.RequestJson;
import org.stylecodes.pipeline.NetworkRuns;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.style.StyleDefaults;
import org.stylecodes.train.measure.EvaluationReport;
import org.stylecodes.train.measure.ModelEvaluation;
import org.stylecodes.train.measure.ModelEvaluation.References;
import org.stylecodes.train.measure.SettingsSearch;
import org.stylecodes.train.measure.SettingsSearch.Trial;
import org.stylecodes.train.scene.ContactSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the cheapest settings whose drawings measure as well as those of reference settings. */
@Command(
        name = "defaults",
        description =
                "Find the cheapest settings whose pictures measure as well as those of 20 DDIM steps, for the 'defaults' of a"
                        + " model folder.",
        footer = {
            "",
            "The options for drawing give the reference settings; sampler, steps and intervals that are not given are DDIM,"
                    + " 20 and all steps. The command takes the fewest steps of each sampler with which every measure of"
                    + " 'stylecodes evaluate' that depends on drawing stays within the 95 %% interval of the reference, or is"
                    + " better. It goes on with the cheapest, and shortens the intervals of the guidance and of the style for"
                    + " as long as that still holds. It prints every trial, and the 'defaults' to put into the style/config.json"
                    + " of the model.",
            "",
            "Examples:",
            "  stylecodes defaults --judge nano/recipe/judge --styles 30 -o derived",
            "  stylecodes defaults --judge nano/recipe/judge --preset released \\",
            "      --try-mode joint"
        })
final class DefaultsCommand implements Callable<Integer> {
    private static final int REFERENCE_STEPS = 20;
    private static final int PAIRS = 6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelOption modelOption;

    @Mixin
    private MeasureOptions measured;

    @Mixin
    private GenerationOptions options;

    @Option(
            names = "--try-mode",
            paramLabel = "MODE",
            description = "The guidance mode of the settings that are tried. Default: that of the reference.")
    private @Nullable GuidanceMode tryMode;

    @Option(
            names = "--try-samplers",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "DPM++ 2M,UniPC",
            description = "The samplers to try, all of which call the network once a step. Default: ${DEFAULT-VALUE}.")
    private List<Sampler> trySamplers;

    @Option(
            names = "--try-steps",
            paramLabel = "N",
            split = ",",
            defaultValue = "6,8,10,12,15",
            description = "The numbers of steps to try. Default: ${DEFAULT-VALUE}.")
    private List<Integer> trySteps;

    @Option(
            names = "-o",
            paramLabel = "FOLDER",
            description =
                    "A folder for trials.json and pairs.png, which shows pictures of the reference above pictures of"
                            + " the settings found.")
    private @Nullable Path folder;

    DefaultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        for (int steps : trySteps) {
            if (steps < 1 || steps > Request.MOST_STEPS) {
                throw new BadValueException(
                        "--try-steps has " + steps + "; expected numbers from 1 to " + Request.MOST_STEPS);
            }
        }
        if (folder != null) {
            Files.createDirectories(folder);
        }
        measured.measure(modelOption, this::search);
        return ExitCode.OK;
    }

    private void search(ModelEvaluation evaluation) throws Exception {
        StyleCodes model = evaluation.model();
        Request reference = options.applyTo(Request.builder()
                .steps(REFERENCE_STEPS)
                .sampler(Sampler.DDIM)
                .guidance(Request.of("").guidance().textWithin(Interval.ALL).styleWithin(Interval.ALL))
                .build());
        Request candidates = tryMode == null ? reference : inMode(reference, tryMode);
        List<Trial> trials = new ArrayList<>();
        References real = evaluation.references();
        EvaluationReport goal = measure(evaluation, real, reference);
        Request filled = model.info().filled(reference);
        Trial first = new Trial(filled, NetworkRuns.of(filled), goal, List.of());
        print(first, goal, "reference");
        trials.add(first);
        write(trials);
        Optional<Trial> found = new SettingsSearch(
                        model.info(), settings -> measure(evaluation, real, settings), goal, trial -> {
                            print(trial, goal, "trial");
                            trials.add(trial);
                            write(trials); // each time, because a search takes an hour or more
                        })
                .run(candidates, trySamplers, trySteps.stream().sorted().toList());
        PrintWriter out = spec.commandLine().getOut();
        if (found.isEmpty()) {
            out.println("No settings keep every measure; try more steps with --try-steps.");
            return;
        }
        print(found.get(), goal, "found");
        out.println("\"defaults\" : "
                + MAPPER.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                StyleDefaults.of(found.get().settings()).toJson()));
        if (folder != null) {
            Pictures.writePng(pairs(evaluation, reference, found.get().settings()), folder.resolve("pairs.png"));
        }
    }

    private EvaluationReport measure(ModelEvaluation evaluation, References real, Request settings) {
        int styles = measured.styles();
        int each = measured.objectsPerStyle();
        int total = evaluation.drawings(styles, each);
        try (ProgressLine line = new ProgressLine(terminal, spec.commandLine().getErr(), "picture")) {
            return evaluation.run(real, settings, styles, each, done -> line.advance("measuring", done, total));
        }
    }

    private static Request inMode(Request settings, GuidanceMode mode) {
        Guidance guidance = settings.guidance();
        return settings.guidance(new Guidance(
                mode,
                guidance.text(),
                mode == GuidanceMode.SEPARATE ? guidance.style() : null,
                guidance.textInterval(),
                guidance.styleInterval()));
    }

    private void print(Trial trial, EvaluationReport goal, String role) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s%n", role, described(trial.settings()));
        EvaluationReport report = trial.report();
        out.printf(
                Locale.ROOT,
                "  runs %d (base %d, control %d); code of the reference %.1f %%, object %.1f %%, without a style %.1f %%,"
                        + " leakage %.1f %%, lightness %.3f, hue %.3f, texture %.3f%n",
                trial.runs().all(),
                trial.runs().base(),
                trial.runs().control(),
                100 * report.styleRetrieval().value(),
                100 * report.objectAccuracy().value(),
                100 * report.plainObjectAccuracy().value(),
                100 * report.leakage().value(),
                report.lightness().value(),
                report.hue().value(),
                report.texture().value());
        if (report == goal) {
            out.printf(
                    Locale.ROOT,
                    "  to keep: at least %.1f, %.1f, %.1f; at most %.1f, %.3f, %.3f, %.3f%n",
                    100 * goal.styleRetrieval().low(),
                    100 * goal.objectAccuracy().low(),
                    100 * goal.plainObjectAccuracy().low(),
                    100 * goal.leakage().high(),
                    goal.lightness().highest(),
                    goal.hue().highest(),
                    goal.texture().highest());
        } else {
            out.println(trial.isKept() ? "  keeps every measure" : "  worse: " + String.join(", ", trial.worse()));
        }
        out.flush();
    }

    private static String described(Request settings) {
        Guidance guidance = settings.guidance();
        return String.format(
                Locale.ROOT,
                "%s, %d steps, strength %s, %s guidance %s in %s, style in %s",
                Objects.requireNonNull(settings.sampler()).title(),
                settings.steps(),
                settings.strength(),
                String.valueOf(guidance.mode()).toLowerCase(Locale.ROOT),
                guidance.text(),
                ArgumentValues.text(guidance.textInterval()),
                ArgumentValues.text(guidance.styleInterval()));
    }

    private void write(List<Trial> trials) {
        if (folder == null) {
            return;
        }
        ArrayNode all = MAPPER.createArrayNode();
        for (Trial trial : trials) {
            ObjectNode json = all.addObject();
            json.set(
                    "settings",
                    MAPPER.valueToTree(RequestJson.of(trial.settings()).settings()));
            json.set("runs", MAPPER.valueToTree(trial.runs()));
            json.set("report", MAPPER.valueToTree(trial.report()));
            json.set("worse", MAPPER.valueToTree(trial.worse()));
        }
        JsonFile.write(folder.resolve("trials.json"), all);
    }

    // The reference is in the upper row. Prompts and styles take turns from the first, so that nobody picks them.
    private static Picture pairs(ModelEvaluation evaluation, Request reference, Request found) {
        StyleCodes model = evaluation.model();
        Size size = model.info().size();
        ContactSheet sheet = new ContactSheet(2, PAIRS, Math.max(size.width(), size.height()));
        for (int i = 0; i < PAIRS; i++) {
            StyleCode style = model.encode(evaluation.unseen().whole(i, 0));
            String prompt = evaluation.prompts().get(i % evaluation.prompts().size());
            List<Request> both = List.of(reference, found.styles(List.of()));
            for (int row = 0; row < both.size(); row++) {
                sheet.place(
                        row,
                        i,
                        model.generate(both.get(row).prompt(prompt).style(style).seed(i))
                                .first());
            }
        }
        return sheet.picture();
    }
}
