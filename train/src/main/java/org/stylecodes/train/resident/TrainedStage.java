package org.stylecodes.train.resident;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * The averaged weights of a stage.
 *
 * @param working on the device, in the precision of training, for the stages that follow
 * @param exact in main memory, float32, for files
 */
record TrainedStage(Map<String, Tensor> working, Map<String, Tensor> exact) implements AutoCloseable {
    static TrainedStage of(FlatWeights weights, Precision precision) {
        return new TrainedStage(weights.averaged(precision), exact(weights));
    }

    /** The averages in main memory, float32; the caller closes them. */
    static Map<String, Tensor> exact(FlatWeights weights) {
        Map<String, Tensor> averaged = weights.averaged(Precision.FLOAT32);
        Map<String, Tensor> exact = new TreeMap<>();
        averaged.forEach((name, tensor) -> exact.put(
                name,
                Scope.own(() -> tensor.cpu().to(ScalarType.Float).contiguous().clone())));
        averaged.values().forEach(Tensor::close);
        return exact;
    }

    /** The weights for a network that is not trained any more. */
    Weights frozen() {
        return Weights.inPlace("the averaged weights", working);
    }

    @Override
    public void close() {
        working.values().forEach(Tensor::close);
        exact.values().forEach(Tensor::close);
    }
}
