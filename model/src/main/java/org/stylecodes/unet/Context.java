package org.stylecodes.unet;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Linear;

/**
 * The prompt as cross-attention reads it: its hidden states, and the keys and values that layers compute from them, if these are
 * precomputed. Keys and values stay the same in all steps of a picture.
 *
 * <p>Precomputed tensors belong to the scope in which they were made. Thread-safe.
 */
public final class Context {
    private final Tensor text; // (B, tokens, width)
    private final Map<Linear, Tensor> prepared;

    private Context(Tensor text, Map<Linear, Tensor> prepared) {
        this.text = text;
        this.prepared = prepared;
    }

    /**
     * A prompt without precomputed keys and values, which is what training needs.
     *
     * @param text the hidden states of the text encoder, (B, tokens, width), or one row for the whole batch
     */
    public static Context of(Tensor text) {
        return new Context(text, Map.of());
    }

    /** The hidden states of the text encoder, (B, tokens, width), or one row for the whole batch. */
    public Tensor text() {
        return text;
    }

    /** Other hidden states with the same precomputed keys and values. If there are none, this is the same as {@link #of}. */
    public Context with(Tensor other) {
        return new Context(other, prepared);
    }

    /** The same prompt with the keys and values of these layers precomputed. */
    public Context prepare(List<Linear> layers) {
        Map<Linear, Tensor> results = new IdentityHashMap<>(prepared);
        layers.forEach(layer -> results.computeIfAbsent(layer, l -> l.forward(text)));
        return new Context(text, results);
    }

    /** Keys or values of every token, (B, tokens, outputs). */
    Tensor project(Linear layer) {
        Tensor known = prepared.get(layer);
        return known == null ? layer.forward(text) : known;
    }
}
