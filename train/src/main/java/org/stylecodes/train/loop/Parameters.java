package org.stylecodes.train.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * All weights of a network concatenated into one tensor, in the order of their names, so that the optimizer, the average and a checkpoint
 * each handle a single tensor.
 */
final class Parameters implements AutoCloseable {
    private final Tensor flat; // (N)
    private final Map<String, long[]> shapes;
    private final List<Tensor> lent = new ArrayList<>();

    private Parameters(Tensor flat, Map<String, long[]> shapes) {
        this.flat = flat;
        this.shapes = shapes;
    }

    /**
     * Copies tensors, which may be on several devices.
     *
     * @param put copies a tensor to the device of the result
     */
    static Parameters copyOf(Map<String, Tensor> initial, UnaryOperator<Tensor> put) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Tensor flat = Scope.own(() -> {
            TensorVector parts = new TensorVector();
            new TreeMap<>(initial).forEach((name, tensor) -> {
                shapes.put(name, org.stylecodes.tensor.Tensors.shape(tensor));
                parts.push_back(put.apply(tensor.detach()).flatten());
            });
            return torch.cat(parts, 0);
        });
        return new Parameters(flat, shapes);
    }

    /** New parameters with the same names and shapes, all zeros. */
    Parameters zeros() {
        return new Parameters(Scope.own(() -> torch.zeros_like(flat)), shapes);
    }

    /** A copy of the parameters. */
    Parameters copy() {
        return new Parameters(Scope.own(flat::clone), shapes);
    }

    /** A copy on the CPU. */
    Parameters onProcessor() {
        return new Parameters(Scope.own(() -> flat.cpu().clone()), shapes);
    }

    Tensor flat() {
        return flat;
    }

    long size() {
        return flat.numel();
    }

    /** The tensors by name. They share memory with {@link #flat()}, and {@link #close} frees them. */
    Map<String, Tensor> views() {
        Map<String, Tensor> views = new HashMap<>();
        long offset = 0;
        for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
            long count = 1;
            for (long size : entry.getValue()) {
                count *= size;
            }
            long start = offset;
            long length = count;
            views.put(entry.getKey(), lend(() -> flat.narrow(0, start, length).view(entry.getValue())));
            offset += count;
        }
        return views;
    }

    /** Weights that share memory with these parameters and accumulate their gradients in {@code gradients}. */
    Weights trainable(Parameters gradients) {
        Map<String, Tensor> leaves = new HashMap<>();
        Map<String, Tensor> slots = gradients.views();
        views().forEach((name, view) -> {
            Tensor leaf = lend(view::detach);
            leaf.set_requires_grad(true);
            leaf.mutable_grad().put(slots.get(name));
            leaves.put(name, leaf);
        });
        return Weights.inPlace("the run", leaves);
    }

    private Tensor lend(Supplier<Tensor> made) {
        Tensor tensor = Scope.own(made);
        lent.add(tensor);
        return tensor;
    }

    /** Frees the parameters and all tensors that share memory with them. */
    @Override
    public void close() {
        lent.forEach(Tensor::close);
        flat.close();
    }
}
