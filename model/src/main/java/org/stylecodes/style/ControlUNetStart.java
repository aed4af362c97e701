package org.stylecodes.style;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNetConfig;

/** Copies each tensor that the base has under the same name, and makes new tensors for the rest. */
record ControlUNetStart(UNetConfig config, Weights base, Map<String, Tensor> into, Weights fresh)
        implements Weights.Source {

    @Override
    public Tensor tensor(String name, Init init, long... shape) {
        String copied = name.substring(name.indexOf('.') + 1);
        boolean fromBase = copied.startsWith("mid_block.") || copied.startsWith("up_blocks.");
        return fromBase
                ? into.computeIfAbsent(name, n -> Scope.own(() -> copy(copied, init, shape)))
                : fresh.tensor(name, init, shape);
    }

    @Override
    public boolean has(String name) {
        return true;
    }

    private Tensor copy(String name, Init init, long... shape) {
        boolean projection = name.endsWith("proj_in.weight") || name.endsWith("proj_out.weight");
        Tensor original = projection && !config.linearProjection()
                ? base.tensor(name, init, shape[0], shape[1], 1, 1).flatten(1, -1)
                : base.tensor(name, init, shape);
        return original.detach().clone();
    }
}
