package org.stylecodes.tensor;

import java.util.IdentityHashMap;
import java.util.Map;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Precision;

/**
 * The weights of one forward pass in mixed precision. A weight is float32 and is rounded when a layer first uses it; the pass then uses the
 * rounded weight again. Weights that were rounded while no gradients were recorded are kept apart: they would pass no gradient on.
 *
 * <p>It serves the thread that started it, until {@link #close}. LibTorch has a cache for this, but all threads share it. If one replica
 * emptied it during a pass of another, a weight would be rounded twice there. The sum of its gradients would then be rounded differently,
 * and two runs would not give the same bytes.
 */
public final class RoundedWeights implements AutoCloseable {
    private static final ThreadLocal<@Nullable RoundedWeights> ACTIVE = new ThreadLocal<>();

    private final ScalarType type;
    private final @Nullable RoundedWeights outer = ACTIVE.get();
    private final Map<Tensor, Tensor> recorded = new IdentityHashMap<>();
    private final Map<Tensor, Tensor> constant = new IdentityHashMap<>();

    private RoundedWeights(ScalarType type) {
        this.type = type;
    }

    /** Starts a pass of this thread, in which layers round their weights to this precision. */
    public static RoundedWeights start(Precision precision) {
        RoundedWeights started = new RoundedWeights(Devices.type(precision));
        ACTIVE.set(started);
        return started;
    }

    /** The weight as the thread's pass uses it: the same tensor if there is no pass. */
    static Tensor of(Tensor weight) {
        RoundedWeights active = ACTIVE.get();
        return active == null ? weight : active.rounded(weight);
    }

    private Tensor rounded(Tensor weight) {
        boolean records = weight.requires_grad() && GradMode.is_enabled();
        return (records ? recorded : constant).computeIfAbsent(weight, exact -> Scope.own(() -> round(exact)));
    }

    private Tensor round(Tensor weight) {
        boolean kernel = weight.is_cpu() && Devices.isChannelsLast(type, Tensors.shape(weight));
        return kernel
                ? weight.to(type, false, false, new MemoryFormatOptional(MemoryFormat.ChannelsLast))
                : weight.to(type, false, true, new MemoryFormatOptional());
    }

    /** Ends the pass and frees the rounded weights, except those that recorded gradients still need. */
    @Override
    public void close() {
        if (outer == null) {
            ACTIVE.remove();
        } else {
            ACTIVE.set(outer);
        }
        recorded.values().forEach(Tensor::close);
        constant.values().forEach(Tensor::close);
    }
}
