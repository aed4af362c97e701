package org.stylecodes.tensor;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;

/**
 * A source of existing tensors, which are moved and converted on first request.
 *
 * @param shapes gives the shape of a tensor, or nothing if there is no tensor of that name
 * @param placed gives a tensor on its device and in its precision; the source does not own it
 */
record StoredWeights(String file, Function<String, Optional<long[]>> shapes, Function<String, Tensor> placed)
        implements Weights.Source {
    /** Tensors in memory. A tensor that already has the placement is returned as it is; copies of the others go into {@code converted}. */
    static StoredWeights inMemory(
            String file, Map<String, Tensor> tensors, Placement placement, Map<String, Tensor> converted) {
        return new StoredWeights(
                file, name -> Optional.ofNullable(tensors.get(name)).map(Tensors::shape), name -> {
                    Tensor known = converted.get(name);
                    return known == null
                            ? placed(Objects.requireNonNull(tensors.get(name), name), name, placement, converted)
                            : known;
                });
    }

    /** Tensors in memory that are returned as they are. */
    static StoredWeights inPlace(String file, Map<String, Tensor> tensors) {
        return new StoredWeights(
                file, name -> Optional.ofNullable(tensors.get(name)).map(Tensors::shape), tensors::get);
    }

    @Override
    public Tensor tensor(String name, Init init, long... shape) {
        requireShape(name, shape);
        return placed.apply(name);
    }

    /** @throws ModelFormatException if there is no tensor of this name and shape */
    void requireShape(String name, long... shape) {
        long[] found = shape(name)
                .orElseThrow(() -> new ModelFormatException(
                        file, name, -1, "the tensor is missing; expected a tensor of shape " + Arrays.toString(shape)));
        if (!Arrays.equals(found, shape)) {
            throw new ModelFormatException(
                    file, name, -1, "has shape " + Arrays.toString(found) + ", expected " + Arrays.toString(shape));
        }
    }

    @Override
    public boolean has(String name) {
        return shape(name).isPresent();
    }

    @Override
    public Optional<long[]> shape(String name) {
        return shapes.apply(name);
    }

    private static Tensor placed(Tensor tensor, String name, Placement placement, Map<String, Tensor> converted) {
        Tensor placed = Scope.own(() -> Devices.weight(placement, tensor));
        if (placed.is_same(tensor)) {
            placed.close();
            return tensor;
        }
        converted.put(name, placed);
        return placed;
    }
}
