package org.stylecodes.pipeline;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.unet.Context;

/**
 * Encoded prompts, as the UNet reads them.
 *
 * @param context the hidden states, (B, tokens, width)
 * @param pooled (B, width), or null if the UNet does not read the pooled text
 */
record Prompt(Context context, @Nullable Tensor pooled) {
    /** Encodes a text. */
    static Prompt of(String text, Networks networks) {
        long[] ids = networks.tokenizer().encode(text);
        Tensor tokens = Devices.put(networks.placement().device(), Tensors.of(ids, 1, ids.length));
        TextEncoder.Encoded encoded = networks.textEncoder().forward(tokens);
        return new Prompt(
                Context.of(encoded.lastHiddenState()),
                networks.configs().unet().pooledWidth() == 0 ? null : encoded.pooled());
    }

    /** A batch of the rows of this prompt and those of another. */
    Prompt beside(Prompt other) {
        return new Prompt(
                Context.of(Layers.cat(0, context.text(), other.context.text())),
                pooled == null || other.pooled == null ? null : Layers.cat(0, pooled, other.pooled));
    }

    /**
     * The same with the keys and values of all layers that read it.
     *
     * @param controlled whether the control branch reads it too
     */
    Prompt prepared(Networks networks, boolean controlled) {
        Tensor text = context.text();
        return new Prompt(
                controlled
                        ? networks.unet().prepare(text)
                        : networks.unet().base().prepare(text),
                pooled);
    }
}
