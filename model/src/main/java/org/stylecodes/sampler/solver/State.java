package org.stylecodes.sampler.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * What one step hands to the next.
 *
 * @param latents where the run stands
 * @param history tensors of earlier steps that the solver looks back at; each solver says which
 */
record State(Tensor latents, List<Tensor> history) {

    static State of(Tensor latents, Tensor... history) {
        return new State(latents, Arrays.asList(history));
    }

    /** As one native object, which a scope can hand on. */
    TensorVector pack() {
        List<Tensor> all = new ArrayList<>();
        all.add(latents);
        all.addAll(history);
        return new TensorVector(all.toArray(Tensor[]::new));
    }

    static State unpack(TensorVector packed) {
        // The vector hands out references into itself; copies of the handles outlive it.
        List<Tensor> all = Arrays.stream(packed.get()).map(Tensor::new).toList();
        return new State(all.get(0), all.subList(1, all.size()));
    }
}
