package org.stylecodes.tensor;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * Runs the segments that a network divides itself into. Training may run a segment twice, once for its result and once for its gradients,
 * so that the activations inside need not be kept (gradient checkpointing, Chen et al. 2016).
 */
@FunctionalInterface
public interface SegmentRunner {
    /** Runs every segment once. */
    SegmentRunner ONCE = (part, inputs) -> part.apply(inputs);

    /**
     * Computes the results of a segment.
     *
     * @param part a function of its inputs and of weights; it must give the same results for the same inputs every time
     * @param inputs all tensors through which gradients flow, except weights
     */
    List<Tensor> run(UnaryOperator<List<Tensor>> part, List<Tensor> inputs);

    /** As {@link #run}, for a segment with one result. */
    default Tensor one(Function<List<Tensor>, Tensor> part, List<Tensor> inputs) {
        return run(given -> List.of(part.apply(given)), inputs).get(0);
    }
}
