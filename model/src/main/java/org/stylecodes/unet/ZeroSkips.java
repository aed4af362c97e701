package org.stylecodes.unet;

import java.util.List;

/**
 * What the steps of an {@link UpPath} make of zeros in the place of their skips, worked out beforehand for latents of one size. It belongs
 * to the scope that it was made in.
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
