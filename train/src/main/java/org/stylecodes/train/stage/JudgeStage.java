package org.stylecodes.train.stage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.Batches;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.measure.Judge;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.model.StageProvenance;

/** Trains the {@link Judge} to name the content of pictures. The judge is used for measuring models; it is not part of a model. */
public final class JudgeStage implements Stage {
    private static final int VALIDATION_PICTURES = 256;

    private final List<String> objects;
    private final StageInput input;

    /**
     * Makes the stage.
     *
     * @param objects the names of the contents to distinguish; the content of a picture is an index in this list
     * @param input data and model folder; the weights are written into the model folder as the part {@code judge}
     */
    public JudgeStage(List<String> objects, StageInput input) {
        this.objects = objects;
        this.input = input;
    }

    /**
     * Makes the stage from the settings of a run.
     *
     * @throws InvalidRequestException if the contents of the pictures are not known, or the run has settings for the stage
     */
    public static JudgeStage of(RunConfig run, StageInput input) {
        RunConfig.Scenes training = run.data().scenes();
        RunConfig.Scenes unseen = run.unseen().scenes();
        if (training == null || unseen == null) {
            throw new InvalidRequestException("the judge needs pictures with known contents, but "
                    + (training == null ? "data" : "unseen") + " is a folder; use \"scenes\" for both");
        }
        if (!unseen.objects().equals(training.objects())) {
            throw new InvalidRequestException("the objects of unseen are " + unseen.objects()
                    + "; expected those of data in the same order, " + training.objects());
        }
        if (!run.settings().isEmpty()) {
            throw new InvalidRequestException(
                    "settings are " + run.settings() + "; expected {}, because the stage judge has none");
        }
        return new JudgeStage(training.objects(), input);
    }

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public String settings() {
        return "on " + input.training().description();
    }

    @Override
    public Map<String, Tensor> initial() {
        Map<String, Tensor> initial = new HashMap<>();
        try (Noise noise = Noise.of(4)) {
            Judge.of(Weights.fresh(initial, noise.generator()), objects.size());
        }
        return initial;
    }

    @Override
    public Objective objective(Weights weights) {
        return new Classification(Judge.of(weights, objects.size()));
    }

    @Override
    public void export(Map<String, Tensor> averaged, StageProvenance provenance) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        objects.forEach(config.putArray("objects")::add);
        ModelParts parts = input.parts();
        parts.write("judge", averaged, config);
        parts.note(provenance);
    }

    private final class Classification implements Objective {
        private final Judge judge;

        Classification(Judge judge) {
            this.judge = judge;
        }

        @Override
        public Loss loss(BatchSeed batch, SegmentRunner segments) {
            SplittableRandom random = batch.random();
            StyleData training = input.training();
            List<StyleData.Sample> samples = new ArrayList<>();
            for (int i = 0; i < batch.count(); i++) {
                int style = random.nextInt(training.styles());
                samples.add(training.sample(style, random.nextInt(training.pictures(style))));
            }
            return new Loss(torch.cross_entropy_loss(judge.forward(pixels(samples)), contents(samples)), Map.of());
        }

        @Override
        public Map<String, Double> validate() {
            StyleData unseen = input.unseen();
            List<StyleData.Sample> samples = new ArrayList<>();
            for (int i = 0; i < VALIDATION_PICTURES; i++) {
                samples.add(unseen.sample(i % unseen.styles(), 0));
            }
            Tensor named = judge.forward(pixels(samples)).argmax(new LongOptional(1), false);
            long right = named.eq(contents(samples)).sum().item_long();
            return Map.of("accuracy", right / (double) VALIDATION_PICTURES);
        }

        private Tensor pixels(List<StyleData.Sample> samples) {
            List<Picture> pictures =
                    samples.stream().map(StyleData.Sample::picture).toList();
            return Devices.put(input.device(), Batches.pixels(pictures));
        }

        private Tensor contents(List<StyleData.Sample> samples) {
            long[] contents =
                    samples.stream().mapToLong(StyleData.Sample::content).toArray();
            return Devices.put(input.device(), Tensors.of(contents, contents.length));
        }
    }
}
