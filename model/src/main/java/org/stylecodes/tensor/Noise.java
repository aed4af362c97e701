package org.stylecodes.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * A source of standard normal noise. It always uses PyTorch's CPU generator, so that a seed gives the same picture on every device. Not
 * thread-safe. Close it after use.
 */
public final class Noise implements AutoCloseable {
    private final Generator generator;

    private Noise(Generator generator) {
        this.generator = generator;
    }

    /** A source with this seed. */
    public static Noise of(long seed) {
        return new Noise(Scope.own(() -> torch.make_generator_cpu(seed)));
    }

    /** The next numbers of the source as a float32 tensor, filled in row-major order. */
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
