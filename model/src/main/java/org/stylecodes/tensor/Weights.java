package org.stylecodes.tensor;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Placement;

/**
 * The named tensors that a network is made of, seen from one point of the name tree.
 *
 * <p>Layers ask for a tensor by the name it has in published files and the shape that the configuration implies. Where the
 * tensors come from is the source's affair: a {@linkplain #of(String, Map) file}, a {@linkplain #fresh random start}, or
 * {@linkplain #outline only a record} of what was asked for. All tensors of a network come out in one type, on one device.
 */
public final class Weights {
    /** Where tensors come from. */
    public interface Source {
        /** The tensor of this full name and shape. The caller does not own it, and it lives at least as long as the source. */
        Tensor tensor(String name, Init init, long... shape);

        /** Whether there is a tensor of this full name. */
        boolean has(String name);

        /** The shape of the tensor of this full name, where the source knows it before it is asked for the tensor. */
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
     * Tensors that are there already, moved and converted when they are first asked for.
     *
     * @param file where they come from, for messages
     * @param tensors by full name; one that has the placement comes out as it is
     * @param converted where the others are put, by full name; the caller owns them
     */
    public static Weights of(
            String file, Map<String, Tensor> tensors, Placement placement, Map<String, Tensor> converted) {
        return of(StoredWeights.inMemory(file, tensors, placement, converted));
    }

    /**
     * Tensors that are read, moved and converted when they are first asked for.
     *
     * @param file where they come from, for messages
     * @param shapes by full name
     * @param numbers reads the tensor of a full name, for the scope that it is called in, into memory that nobody else changes
     * @param placement of what comes out
     * @param read where that is put, by full name; the caller owns it
     */
    public static Weights of(
            String file,
            Map<String, long[]> shapes,
            Function<String, Tensor> numbers,
            Placement placement,
            Map<String, Tensor> read) {
        return of(StoredWeights.toRead(file, shapes, numbers, placement, read));
    }

    /**
     * Tensors that are there already, each handed out as it is: wherever it lies, of whatever type, and with its gradient.
     *
     * @param file where they come from, for messages
     * @param tensors by full name
     */
    public static Weights inPlace(String file, Map<String, Tensor> tensors) {
        return of(StoredWeights.inPlace(file, tensors));
    }

    /**
     * New tensors for training, made as the layers ask for them.
     *
     * @param into where they are put, by full name; the caller owns them
     * @param generator draws the numbers
     */
    public static Weights fresh(Map<String, Tensor> into, Generator generator) {
        return of(new FreshWeights(into, generator));
    }

    /**
     * The names and shapes of everything that a network asks for, without memory for any of it and without loading LibTorch.
     *
     * @param network makes the network of the weights it is given; its layers get null in place of tensors, so it must not run them
     */
    public static Map<String, long[]> outline(Consumer<Weights> network) {
        Map<String, long[]> shapes = new TreeMap<>();
        network.accept(of(new Outline(shapes)));
        return shapes;
    }

    private record Outline(Map<String, long[]> shapes) implements Source {
        @Override
        @SuppressWarnings("NullAway") // an empty tensor would be the first to load LibTorch, which takes half a second
        public Tensor tensor(String name, Init init, long... shape) {
            shapes.put(name, shape);
            return null;
        }

        @Override
        public boolean has(String name) {
            return true;
        }
    }

    /** The same tensors, seen from a part of the name tree: {@code at("mid_block").at("resnets.0")}. */
    public Weights at(String part) {
        return new Weights(source, prefix + part + ".");
    }

    /** The tensor of this name below this point, of exactly this shape. */
    public Tensor tensor(String name, Init init, long... shape) {
        return source.tensor(prefix + name, init, shape);
    }

    /** Whether a tensor of this name is below this point. */
    public boolean has(String name) {
        return source.has(prefix + name);
    }

    /** The shape of the tensor of this name below this point, if the source has one. */
    public Optional<long[]> shape(String name) {
        return source.shape(prefix + name);
    }
}
