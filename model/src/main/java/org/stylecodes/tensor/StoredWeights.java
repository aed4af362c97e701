package org.stylecodes.tensor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.ModelFormatException;

/**
 * Tensors of a file, moved and converted when they are first asked for, where they are not in place already.
 *
 * @param tensors for their shapes
 * @param numbers gives a tensor with its numbers, to the scope that it is called in
 * @param put moves and converts: the same tensor where it is in place already, or a copy
 */
record StoredWeights(
        String file,
        Map<String, Tensor> tensors,
        Function<String, Tensor> numbers,
        UnaryOperator<Tensor> put,
        Map<String, Tensor> converted)
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
        Tensor known = converted.get(name);
        return known == null ? placed(name, tensor) : known;
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public Optional<long[]> shape(String name) {
        return Optional.ofNullable(tensors.get(name)).map(Tensors::shape);
    }

    private Tensor placed(String name, Tensor tensor) {
        return Scope.get(() -> {
            Tensor placed = put.apply(numbers.apply(name));
            return placed.is_same(tensor) ? tensor : converted.computeIfAbsent(name, n -> Scope.keep(placed));
        });
    }
}
