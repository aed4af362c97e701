package org.stylecodes.pipeline;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.image.Picture;

/**
 * A preview of the picture that is being drawn. It can be decoded only on the thread that samples and only until {@link #close}, because
 * its tensor lives no longer.
 */
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
                    "a preview is available only during the call of the progress listener, and only on the thread of that call");
        }
        return diffusion.decode(clean);
    }

    @Override
    public void close() {
        open = false;
    }
}
