package org.stylecodes.tensor;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A source that makes each tensor on first request. */
record FreshWeights(Map<String, Tensor> tensors, Generator generator) implements Weights.Source {
    @Override
    public Tensor tensor(String name, Init init, long... shape) {
        return tensors.computeIfAbsent(
                name,
                n -> Scope.own(() -> {
                    Tensor tensor = torch.empty(shape);
                    init.fill(tensor, generator);
                    return tensor;
                }));
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public Optional<long[]> shape(String name) {
        return Optional.ofNullable(tensors.get(name)).map(Tensors::shape);
    }
}
