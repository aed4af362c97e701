package org.stylecodes.sampler.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * What one step passes to the next.
 *
 * @param latents the current latents
 * @param history tensors of earlier steps that the solver needs; each solver documents which
 */
record State(Tensor latents, List<Tensor> history) {

    static State of(Tensor latents, Tensor... history) {
        return new State(latents, Arrays.asList(history));
    }

    /** Packs the state into one native object, because the result of a scope is one object. */
    TensorVector pack() {
        List<Tensor> all = new ArrayList<>();
        all.add(latents);
        all.addAll(history);
        return new TensorVector(all.toArray(Tensor[]::new));
    }

    static State unpack(TensorVector packed) {
        // The vector returns references into itself. Copies of the tensor handles stay valid when the vector is closed.
        List<Tensor> all = Arrays.stream(packed.get()).map(Tensor::new).toList();
        return new State(all.get(0), all.subList(1, all.size()));
    }
}
