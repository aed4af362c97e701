package org.stylecodes.pipeline;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.image.Picture;

/** The picture ahead, for as long as the tensor behind it lives: until {@link #close}, on the thread that samples. */
final class Preview implements Supplier<Picture>, AutoCloseable {
    private final Diffusion diffusion;
    private final Tensor clean;
    private final Thread owner = Thread.currentThread();
    private boolean open = true;

    Preview(Diffusion diffusion, Tensor clean) {
        this.diffusion = diffusion;
        this.clean = clean;
    }

    @Override
    public Picture get() {
        if (Thread.currentThread() != owner || !open) {
            throw new IllegalStateException(
                    "a preview can be had only while its listener is being told, and on the same thread");
        }
        return diffusion.decode(clean);
    }

    @Override
    public void close() {
        open = false;
    }
}
