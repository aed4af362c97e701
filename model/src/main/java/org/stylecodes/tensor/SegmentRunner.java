package org.stylecodes.tensor;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * Runs the parts that a network names of itself. Training may run a part twice, once for its result and once for its gradients,
 * so that what lies between need not be kept (Chen et al. 2016).
 */
@FunctionalInterface
public interface SegmentRunner {
    /** Every part once. */
    SegmentRunner ONCE = (part, inputs) -> part.apply(inputs);

    /**
     * The results of a part.
     *
     * @param part a function of its inputs and of weights; the same inputs give the same results, in its first run and in any
     *     later one
     * @param inputs everything through which gradients pass but weights
     */
    List<Tensor> run(UnaryOperator<List<Tensor>> part, List<Tensor> inputs);

    /** As {@link #run}, for a part with one result. */
    default Tensor one(Function<List<Tensor>, Tensor> part, List<Tensor> inputs) {
        return run(given -> List.of(part.apply(given)), inputs).get(0);
    }
}
