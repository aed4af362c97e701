package org.stylecodes.unet;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/**
 * The sum of small networks: one over sines and cosines of the timestep (Ho et al. 2020), one over the pooled prompt, and one over the values
 * of a style code. The last is added by {@link #withCode}, because it is scaled by a strength.
 *
 * @param pooled null if the UNet does not read the pooled prompt
 * @param code null if the UNet does not read codes
 */
record TimeEmbedding(
        int frequencies,
        double shift,
        boolean cosineFirst,
        Mlp time,
        @Nullable Mlp pooled,
        @Nullable Mlp code) {
    private static final double MAX_PERIOD = 10000;

    static TimeEmbedding of(Weights weights, UNetConfig config) {
        int width = config.levels().get(0).channels();
        return new TimeEmbedding(
                width / 2,
                config.frequencyShift(),
                config.cosineFirst(),
                Mlp.of(weights.at("time_embedding"), width, config.timeWidth()),
                config.pooledWidth() == 0
                        ? null
                        : Mlp.of(weights.at("class_embedding"), config.pooledWidth(), config.timeWidth()),
                config.codeWidth() == 0
                        ? null
                        : Mlp.of(weights.at("style_embedding"), config.codeWidth(), config.timeWidth()));
    }

    // (B) and (B, pooled) to (B, time)
    Tensor forward(Tensor timesteps, @Nullable Tensor text) {
        if ((pooled == null) != (text == null)) {
            throw new IllegalArgumentException(
                    pooled == null ? "this UNet does not take a pooled text" : "this UNet needs the pooled text");
        }
        Tensor embedding =
                time.forward(sinusoids(timesteps).type_as(time.first().weight()));
        return pooled == null || text == null ? embedding : embedding.add(pooled.forward(text));
    }

    // (B or 1, time) and values of codes (B or 1, code) to (B, time); unchanged if the UNet does not read codes
    Tensor withCode(Tensor embedding, Tensor values, double strength) {
        return code == null
                ? embedding
                : embedding.add(code.forward(values.type_as(code.first().weight())), new Scalar(strength));
    }

    private Tensor sinusoids(Tensor timesteps) {
        float[] table = new float[frequencies];
        for (int i = 0; i < frequencies; i++) {
            float exponent = (float) -Math.log(MAX_PERIOD) * i;
            table[i] = (float) Math.exp(exponent / (float) (frequencies - shift));
        }
        Tensor times = timesteps.to(ScalarType.Float).unsqueeze(1);
        Tensor angles = times.mul(Devices.beside(times, Tensors.of(table, 1, frequencies))); // (B, frequencies)
        Tensor sines = torch.sin(angles);
        Tensor cosines = torch.cos(angles);
        return cosineFirst ? Layers.cat(1, cosines, sines) : Layers.cat(1, sines, cosines);
    }
}
