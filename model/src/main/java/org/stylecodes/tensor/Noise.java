package org.stylecodes.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Standard normal numbers as PyTorch's CPU generator draws them, whatever device uses them, so that a seed means the same
 * picture everywhere. One source serves one thread; close it after use.
 */
public final class Noise implements AutoCloseable {
    private final Generator generator;

    private Noise(Generator generator) {
        this.generator = generator;
    }

    /** A source that starts from a seed. */
    public static Noise of(long seed) {
        return new Noise(Scope.own(() -> torch.make_generator_cpu(seed)));
    }

    /** The next float32 numbers, in row-major order. */
    public Tensor normal(long... shape) {
        return torch.randn(shape, new GeneratorOptional(generator), new TensorOptions());
    }

    /** The generator itself, for the operations of LibTorch that take one. */
    public Generator generator() {
        return generator;
    }

    @Override
    public void close() {
        generator.close();
    }
}
