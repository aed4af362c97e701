package org.stylecodes.train.resident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/**
 * The trained weights of a network as one flat tensor, with AdamW (Loshchilov and Hutter 2019) over the whole of it. The optimizer works in
 * float32; the network sees weights in the precision of the placement. Nothing in a step waits for the device.
 *
 * <p>Kernels of convolutions lie in memory in channels-last order. Used by one thread.
 */
final class FlatWeights implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-8;
    private static final double CLIP = 1;
    private static final double DECAY = 0.01;
    private static final long ALIGNMENT = 64; // elements

    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Tensor master; // (N), float32
    private final Tensor working; // (N), the precision of the placement
    private final Tensor gradient; // (N), the precision of the placement
    private final Tensor first;
    private final Tensor second;
    private final Tensor average;
    private final List<Tensor> lent = new ArrayList<>();
    private long steps;

    /** Copies the initial tensors, which the caller closes. */
    FlatWeights(Map<String, Tensor> initial, Placement placement) {
        master = Scope.own(() -> {
            TensorVector parts = new TensorVector();
            new TreeMap<>(initial).forEach((name, tensor) -> {
                shapes.put(name, Tensors.shape(tensor));
                Tensor plain = tensor.detach().to(ScalarType.Float);
                parts.push_back((plain.dim() == 4 ? plain.permute(0, 2, 3, 1) : plain).flatten());
                parts.push_back(torch.zeros(padded(plain.numel()) - plain.numel()));
            });
            return Devices.put(placement.device(), torch.cat(parts, 0)).clone();
        });
        boolean exact = placement.precision() == Precision.FLOAT32;
        working = exact ? master : Scope.own(() -> master.to(Devices.type(placement.precision())));
        gradient = Scope.own(() -> torch.zeros_like(working));
        first = Scope.own(() -> torch.zeros_like(master));
        second = Scope.own(() -> torch.zeros_like(master));
        average = Scope.own(master::clone);
    }

    long size() {
        return shapes.values().stream().mapToLong(FlatWeights::count).sum();
    }

    /** Weights that share memory with these and accumulate their gradients here. */
    Weights trainable() {
        Map<String, Tensor> leaves = new TreeMap<>();
        Map<String, Tensor> slots = views(gradient);
        views(working).forEach((name, view) -> {
            Tensor leaf = lend(view::detach);
            leaf.set_requires_grad(true);
            leaf.mutable_grad().put(slots.get(name));
            leaves.put(name, leaf);
        });
        return Weights.inPlace("the run", leaves);
    }

    /** The averaged weights in a precision, on their device; the caller closes them. */
    Map<String, Tensor> averaged(Precision precision) {
        Map<String, Tensor> copies = new TreeMap<>();
        Scope.run(() -> {
            Tensor flat = average.to(Devices.type(precision)).clone();
            long[] offset = {0};
            shapes.forEach((name, shape) -> {
                long count = count(shape);
                long start = offset[0];
                copies.put(name, Scope.own(() -> shaped(flat.narrow(0, start, count), shape)
                        .clone()));
                offset[0] += padded(count);
            });
        });
        return copies;
    }

    /** Takes a step with the gradients that were accumulated, and clears them. */
    void step(double rate, double averaging) {
        double correction1 = 1 - Math.pow(BETA1, steps + 1.0);
        double correction2 = 1 - Math.pow(BETA2, steps + 1.0);
        double decay = Math.min(averaging, (1 + steps) / (10.0 + steps));
        Scope.run(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                Tensor exact = gradient.to(ScalarType.Float);
                // If any gradient is not finite, all become zero; only weight decay and the moments act.
                DoubleOptional zero = new DoubleOptional(0.0);
                Tensor scale = exact.norm()
                        .add(new Scalar(1e-6))
                        .reciprocal()
                        .mul(new Scalar(CLIP))
                        .clamp_max(new Scalar(1.0));
                exact = exact.mul(scale).nan_to_num_(zero, zero, zero);
                first.lerp_(exact, new Scalar(1 - BETA1));
                second.mul_(new Scalar(BETA2)).addcmul_(exact, exact, new Scalar(1 - BETA2));
                Tensor deviation = second.sqrt()
                        .mul_(new Scalar(1 / Math.sqrt(correction2)))
                        .add_(new Scalar(EPSILON));
                master.mul_(new Scalar(1 - rate * DECAY));
                master.addcdiv_(first, deviation, new Scalar(-rate / correction1));
                average.lerp_(master, new Scalar(1 - decay));
                if (working != master) {
                    working.copy_(master);
                }
                gradient.zero_();
            }
        });
        steps++;
    }

    /** Clears the gradients. */
    void clear() {
        gradient.zero_();
    }

    private Map<String, Tensor> views(Tensor flat) {
        Map<String, Tensor> views = new TreeMap<>();
        long offset = 0;
        for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
            long count = count(entry.getValue());
            long start = offset;
            views.put(entry.getKey(), lend(() -> shaped(flat.narrow(0, start, count), entry.getValue())));
            offset += padded(count);
        }
        return views;
    }

    private static Tensor shaped(Tensor part, long[] shape) {
        return shape.length == 4
                ? part.view(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2)
                : part.view(shape);
    }

    // Kernels of tensor cores read 16 bytes at a time; weights that begin elsewhere would get kernels ten times as
    // slow.
    private static long padded(long count) {
        return (count + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static long count(long[] shape) {
        long count = 1;
        for (long size : shape) {
            count *= size;
        }
        return count;
    }

    private Tensor lend(Supplier<Tensor> made) {
        Tensor tensor = Scope.own(made);
        lent.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        lent.forEach(Tensor::close);
        List.of(gradient, first, second, average, master).forEach(Tensor::close);
        if (working != master) {
            working.close();
        }
    }
}
