package org.stylecodes.tensor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.Placement;

/**
 * A source of tensors that are read, moved and converted on first request.
 *
 * @param stored gives the shapes, and reads one tensor
 * @param numbers reads a tensor as it is in the file; the scope of the call owns the result
 * @param read the tensors that were read, by full name; the source does not own them
 */
record FileWeights(
        StoredWeights stored, Function<String, Tensor> numbers, Placement placement, Map<String, Tensor> read)
        implements Weights.Source {
    static FileWeights of(
            String file,
            Map<String, long[]> shapes,
            Function<String, Tensor> numbers,
            Placement placement,
            Map<String, Tensor> read) {
        StoredWeights stored = new StoredWeights(
                file,
                name -> Optional.ofNullable(shapes.get(name)),
                name -> read.computeIfAbsent(name, n -> Scope.own(() -> Devices.weight(placement, numbers.apply(n)))));
        return new FileWeights(stored, numbers, placement, read);
    }

    @Override
    public Tensor tensor(String name, Init init, long... shape) {
        return stored.tensor(name, init, shape);
    }

    @Override
    public boolean has(String name) {
        return stored.has(name);
    }

    @Override
    public Optional<long[]> shape(String name) {
        return stored.shape(name);
    }

    @Override
    public List<Runnable> reading(Map<String, long[]> shapes) {
        Map<String, long[]> unread = new TreeMap<>(shapes);
        unread.keySet().removeAll(read.keySet());
        if (unread.isEmpty() || placement.device().kind() != Device.Kind.CPU) {
            return List.of();
        }
        Slab slab = Slab.of(Devices.type(placement.precision()), unread.values());
        // The largest come first, so that all threads end at about the same time.
        return unread.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -Slab.elements(entry.getValue())))
                .<Runnable>map(entry -> () -> read(entry.getKey(), entry.getValue(), slab))
                .toList();
    }

    private void read(String name, long[] shape, Slab slab) {
        stored.requireShape(name, shape);
        read.computeIfAbsent(
                name,
                n -> Scope.own(() -> {
                    Tensor tensor = slab.cut(shape);
                    tensor.copy_(numbers.apply(n));
                    return tensor;
                }));
    }
}
