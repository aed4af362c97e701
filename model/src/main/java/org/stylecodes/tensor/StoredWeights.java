package org.stylecodes.tensor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.ModelFormatException;

/** Tensors of a file, converted to float32 when they are first asked for. */
record StoredWeights(String file, Map<String, Tensor> tensors, Map<String, Tensor> converted)
        implements Weights.Source {
    @Override
    public Tensor tensor(String name, Init init, long... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFormatException(
                    file, name, -1, "the tensor is missing; expected one of shape " + Arrays.toString(shape));
        }
        long[] found = Tensors.shape(tensor);
        if (!Arrays.equals(found, shape)) {
            throw new ModelFormatException(
                    file, name, -1, "has shape " + Arrays.toString(found) + ", expected " + Arrays.toString(shape));
        }
        return tensor.scalar_type().intern() == ScalarType.Float
                ? tensor
                : converted.computeIfAbsent(name, n -> float32(tensor));
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public Optional<long[]> shape(String name) {
        return Optional.ofNullable(tensors.get(name)).map(Tensors::shape);
    }

    private static Tensor float32(Tensor tensor) {
        return Scope.keep(tensor.to(ScalarType.Float));
    }
}
