package org.stylecodes.pipeline;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.unet.Context;

/**
 * An encoded prompt, as the UNet reads it.
 *
 * @param context the hidden states, with their keys and values
 * @param pooled (1, width), or null if the UNet does not read the pooled text
 */
record Prompt(Context context, @Nullable Tensor pooled) {
    /**
     * Encodes a text.
     *
     * @param controlled whether the control branch reads it too
     */
    static Prompt of(String text, Networks networks, boolean controlled) {
        long[] ids = networks.tokenizer().encode(text);
        Tensor tokens = Devices.put(networks.placement().device(), Tensors.of(ids, 1, ids.length));
        TextEncoder.Encoded encoded = networks.textEncoder().forward(tokens);
        Tensor hidden = encoded.lastHiddenState();
        return new Prompt(
                controlled
                        ? networks.unet().prepare(hidden)
                        : networks.unet().base().prepare(hidden),
                networks.configs().unet().pooledWidth() == 0 ? null : encoded.pooled());
    }
}
