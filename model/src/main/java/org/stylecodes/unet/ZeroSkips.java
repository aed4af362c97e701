package org.stylecodes.unet;

import java.util.List;

/**
 * The precomputed blocks of an {@link UpPath} whose skips are zeros, for latents of one size. Their tensors belong to the scope that they
 * were made in.
 */
public final class ZeroSkips {
    private final List<SkiplessBlock> blocks; // the one above the bottleneck first

    ZeroSkips(List<SkiplessBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    SkiplessBlock block(int step) {
        return blocks.get(step);
    }
}
