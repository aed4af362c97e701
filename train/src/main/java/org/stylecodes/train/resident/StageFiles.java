package org.stylecodes.train.resident;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.format.Safetensors;

/**
 * The files {@code STAGE.safetensors}, in which stages leave their averaged weights, in half precision because that is what travels.
 *
 * @param model the folder that the stages write to
 * @param from the folder of an earlier run, which stages start from; or null
 */
record StageFiles(Path model, @Nullable Path from, Placement placement, Consumer<String> report) {
    private static final String WEIGHTS = ".safetensors";

    /** The weights of the earlier run, if it has any of this stage, else the initial ones, which are closed in any case. */
    FlatWeights start(String stage, Map<String, Tensor> initial) {
        Map<String, Tensor> start = initial;
        if (from != null) {
            Path earlier = from.resolve(stage + WEIGHTS);
            if (Files.exists(earlier)) {
                report.accept(stage + " continues from " + earlier);
                start = Safetensors.load(earlier);
            } else {
                report.accept(stage + ": there is no " + earlier + "; the stage starts from initial weights");
            }
        }
        try {
            return new FlatWeights(start, placement);
        } finally {
            start.values().forEach(Tensor::close);
            if (start != initial) {
                initial.values().forEach(Tensor::close);
            }
        }
    }

    /** Writes the averaged weights of a stage. */
    void save(String stage, FlatWeights weights) {
        Map<String, Tensor> exact = TrainedStage.exact(weights);
        try {
            Safetensors.writeHalf(model.resolve(stage + WEIGHTS), exact, Map.of("format", "pt"));
        } finally {
            exact.values().forEach(Tensor::close);
        }
    }
}
