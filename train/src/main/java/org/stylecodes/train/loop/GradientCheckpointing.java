package org.stylecodes.train.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;

/**
 * Gradient checkpointing (Chen et al. 2016): only the tensors at the borders of segments are kept. A segment first runs without recording
 * gradients, and runs again with recording when its gradients are needed. LibTorch's Java API does not support custom functions with
 * gradients, so the graph is cut at the borders, and {@link #backward} goes back over it segment by segment.
 *
 * <p>An object serves one step of one thread; the caller closes it. The gradients equal those of the uncut network, apart from rounding.
 */
final class GradientCheckpointing implements SegmentRunner, AutoCloseable {
    private final Autocast autocast;
    private final List<Part> parts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Tensor> kept = new ArrayList<>();

    /** A segment that has run. All its tensors are leaves that accumulate gradients. */
    private record Part(UnaryOperator<List<Tensor>> function, List<Tensor> inputs, List<Tensor> results) {}

    /** A tensor that was computed outside the segments and has a gradient graph, and the leaf that replaces it. */
    private record Entry(Tensor outside, Tensor leaf) {}

    /** @param autocast the precision in which segments run again, the same as in their first run */
    GradientCheckpointing(Autocast autocast) {
        this.autocast = autocast;
    }

    @Override
    public List<Tensor> run(UnaryOperator<List<Tensor>> function, List<Tensor> inputs) {
        List<Tensor> leaves = inputs.stream().map(this::enter).toList();
        List<Tensor> results = Scope.get(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                return function.apply(leaves).stream()
                        .map(result -> Scope.own(result::detach))
                        .toList();
            }
        });
        results.forEach(result -> result.set_requires_grad(true));
        kept.addAll(results);
        parts.add(new Part(function, leaves, results));
        return results;
    }

    /** Continues the backward pass. Call this when the gradient of the loss has reached the last border. */
    void backward() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            Scope.run(() -> backward(part));
        }
        TensorVector outside = new TensorVector();
        TensorVector gradients = new TensorVector();
        entries.forEach(entry -> collect(entry.outside(), entry.leaf(), outside, gradients));
        backward(outside, gradients);
    }

    private void backward(Part part) {
        List<Tensor> inputs = part.inputs().stream()
                .map(input -> input.requires_grad() ? leaf(input) : input)
                .toList();
        List<Tensor> results = autocast.run(() -> part.function().apply(inputs));
        TensorVector reached = new TensorVector();
        TensorVector gradients = new TensorVector();
        for (int i = 0; i < results.size(); i++) {
            collect(results.get(i), part.results().get(i), reached, gradients);
        }
        backward(reached, gradients);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).requires_grad() && inputs.get(i).grad().defined()) {
                accumulate(inputs.get(i).grad(), part.inputs().get(i));
            }
        }
    }

    // Unused tensors have no gradient.
    private static void collect(Tensor tensor, Tensor leaf, TensorVector reached, TensorVector gradients) {
        if (tensor.requires_grad() && leaf.grad().defined()) {
            reached.push_back(tensor);
            gradients.push_back(leaf.grad());
        }
    }

    private static void backward(TensorVector reached, TensorVector gradients) {
        if (!reached.empty()) {
            torch.backward(reached, gradients, new BoolOptional(), false, new TensorVector());
        }
    }

    private static void accumulate(Tensor gradient, Tensor leaf) {
        if (leaf.grad().defined()) {
            leaf.mutable_grad().add_(gradient);
        } else {
            leaf.mutable_grad().put(gradient);
        }
    }

    private Tensor enter(Tensor tensor) {
        if (!tensor.requires_grad() || tensor.is_leaf()) {
            return retained(tensor);
        }
        for (Entry entry : entries) {
            if (entry.outside().is_same(tensor)) {
                return entry.leaf();
            }
        }
        Tensor leaf = Scope.own(() -> leaf(tensor));
        kept.add(leaf);
        Entry entry = new Entry(retained(tensor), leaf);
        entries.add(entry);
        return leaf;
    }

    // The network frees its tensors before the gradients are computed, and a segment may read the size of a tensor that
    // is not one of its inputs.
    private Tensor retained(Tensor tensor) {
        tensor.retainReference();
        kept.add(tensor);
        return tensor;
    }

    private static Tensor leaf(Tensor tensor) {
        Tensor leaf = tensor.detach();
        leaf.set_requires_grad(true);
        return leaf;
    }

    @Override
    public void close() {
        kept.forEach(Tensor::close);
    }
}
