package org.stylecodes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.StyleCodes;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.ScenePictures;
import org.stylecodes.train.measure.Judge;
import org.stylecodes.train.measure.ModelEvaluation;
import org.stylecodes.train.model.ModelParts;
import picocli.CommandLine.Option;

/** The options that choose what a model draws to be measured, and who judges it. */
final class MeasureOptions {
    private static final int SIZE = 128;
    private static final int RETRIEVAL_STYLES = 100;

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

    int styles() {
        return styles;
    }

    int objectsPerStyle() {
        return objectsPerStyle;
    }

    /** The number of styles among which a code is looked for. */
    int among() {
        return Math.max(styles, RETRIEVAL_STYLES);
    }

    /** Reads the judge and measures a model with it. Options that are out of range are refused before the model is opened. */
    void measure(ModelOption model, Measurement measurement) throws Exception {
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
        Map<String, Tensor> weights = InputFiles.read(() -> parts.tensors("judge"));
        try {
            Judge network = InputFiles.read(() -> Judge.of(Weights.inPlace(judge.toString(), weights), objects.size()));
            ScenePictures unseen = ScenePictures.of(new RunConfig.Scenes(firstStyle, among(), 2, SIZE, objects));
            List<String> prompts = objects.stream().map(MeasureOptions::prompt).toList();
            try (StyleCodes opened = model.open()) {
                measurement.run(new ModelEvaluation(opened, network, unseen, prompts));
            }
        } finally {
            weights.values().forEach(Tensor::close);
        }
    }

    /** What a command does with a model and its judge. */
    @FunctionalInterface
    interface Measurement {
        void run(ModelEvaluation evaluation) throws Exception;
    }

    private static String prompt(String object) {
        return ("aeiou".indexOf(object.charAt(0)) < 0 ? "a " : "an ") + object;
    }
}
