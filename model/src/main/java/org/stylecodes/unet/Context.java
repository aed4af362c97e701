package org.stylecodes.unet;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Linear;

/**
 * The prompt as cross-attention sees it: its tokens, and, where they were worked out beforehand, the keys and values that
 * the layers make of them, which stay the same over all steps of a picture.
 *
 * <p>Prepared tensors belong to the scope in which they were made. Safe to read from several threads.
 */
public final class Context {
    private final Tensor text; // (B, tokens, width)
    private final Map<Linear, Tensor> prepared;

    private Context(Tensor text, Map<Linear, Tensor> prepared) {
        this.text = text;
        this.prepared = prepared;
    }

    /**
     * A prompt whose keys and values are made anew whenever a layer asks for them, as training needs it.
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

    /** Other hidden states with the same results of layers; where none were worked out, it is as {@link #of}. */
    public Context with(Tensor other) {
        return new Context(other, prepared);
    }

    /** The same prompt with the results of these key and value layers worked out now. */
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
