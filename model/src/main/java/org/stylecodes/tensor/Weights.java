package org.stylecodes.tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Placement;

/**
 * The named tensors of a network, seen from one point of the name tree.
 *
 * <p>Layers request a tensor by its name in published files and by the shape that the configuration implies. A source supplies the
 * tensors: a {@linkplain #of(String, Map, Function, Placement, Map) file}, a {@linkplain #fresh random initialization}, or an {@linkplain
 * #outline outline} that only records the requests. All tensors of a network have one type and are on one device.
 */
public final class Weights {
    /** Where tensors come from. */
    public interface Source {
        /** The tensor of this full name and shape. The source's owner frees it; it lives at least as long as the source. */
        Tensor tensor(String name, Init init, long... shape);

        /** Whether there is a tensor of this full name. */
        boolean has(String name);

        /**
         * The work that reads these tensors, so that {@link #tensor} has them at hand. The pieces may run side by side. The scope of the call
         * must last until the work is done.
         *
         * @param shapes by full name
         */
        default List<Runnable> reading(Map<String, long[]> shapes) {
            return List.of();
        }

        /** The shape of the tensor of this full name, if the source knows it before the tensor is requested. */
        default Optional<long[]> shape(String name) {
            return Optional.empty();
        }
    }

    private final Source source;
    private final String prefix;

    private Weights(Source source, String prefix) {
        this.source = source;
        this.prefix = prefix;
    }

    /** Tensors from any source, seen from the root of its names. */
    public static Weights of(Source source) {
        return new Weights(source, "");
    }

    /**
     * Tensors in memory, which are moved and converted on first request.
     *
     * @param file where the tensors come from, for messages
     * @param tensors by full name; a tensor that already has the placement is returned as it is
     * @param converted receives the copies of the others by full name; the caller owns the copies
     */
    public static Weights of(
            String file, Map<String, Tensor> tensors, Placement placement, Map<String, Tensor> converted) {
        return of(StoredWeights.inMemory(file, tensors, placement, converted));
    }

    /**
     * Tensors of a file, which are read, moved and converted on first request.
     *
     * @param file where the tensors come from, for messages
     * @param shapes by full name
     * @param numbers reads the tensor of a full name into memory that nobody else changes; the scope of the call owns the result
     * @param placement where the tensors go
     * @param read receives the tensors by full name; the caller owns them
     */
    public static Weights of(
            String file,
            Map<String, long[]> shapes,
            Function<String, Tensor> numbers,
            Placement placement,
            Map<String, Tensor> read) {
        return of(FileWeights.of(file, shapes, numbers, placement, read));
    }

    /**
     * Tensors in memory, returned as they are: on their device, in their type and with their gradient.
     *
     * @param file where the tensors come from, for messages
     * @param tensors by full name
     */
    public static Weights inPlace(String file, Map<String, Tensor> tensors) {
        return of(StoredWeights.inPlace(file, tensors));
    }

    /**
     * New tensors for training, made as the layers request them.
     *
     * @param into receives the tensors by full name; the caller owns them
     * @param generator draws the numbers
     */
    public static Weights fresh(Map<String, Tensor> into, Generator generator) {
        return of(new FreshWeights(into, generator));
    }

    /**
     * The names and shapes of all tensors that a network requests. Allocates no tensor and does not load LibTorch.
     *
     * @param network makes the network from the given weights; its layers get null instead of tensors, so it must not run them
     */
    public static Map<String, long[]> outline(Consumer<Weights> network) {
        Map<String, long[]> shapes = new TreeMap<>();
        network.accept(of(new Outline(shapes)));
        return shapes;
    }

    private record Outline(Map<String, long[]> shapes) implements Source {
        @Override
        @SuppressWarnings("NullAway") // even an empty tensor would load LibTorch, which takes half a second
        public Tensor tensor(String name, Init init, long... shape) {
            shapes.put(name, shape);
            return null;
        }

        @Override
        public boolean has(String name) {
            return true;
        }
    }

    /** The same tensors, seen from a point further down the name tree: {@code at("mid_block").at("resnets.0")}. */
    public Weights at(String part) {
        return new Weights(source, prefix + part + ".");
    }

    /** The tensor of this name below this point. Its shape must be exactly this one. */
    public Tensor tensor(String name, Init init, long... shape) {
        return source.tensor(prefix + name, init, shape);
    }

    /**
     * The work that reads tensors ahead, for {@link Workers#run}. Layers that request them later get them at once. The list is empty if the
     * tensors are in memory already, or go to a card. The scope of the call must last until the work is done.
     *
     * @param shapes by name below this point
     */
    public List<Runnable> reading(Map<String, long[]> shapes) {
        Map<String, long[]> full = new TreeMap<>();
        shapes.forEach((name, shape) -> full.put(prefix + name, shape));
        return source.reading(full);
    }

    /** Whether a tensor of this name is below this point. */
    public boolean has(String name) {
        return source.has(prefix + name);
    }

    /** The shape of the tensor of this name below this point, if the source knows it. */
    public Optional<long[]> shape(String name) {
        return source.shape(prefix + name);
    }
}
