package org.stylecodes.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/**
 * A convolutional image encoder. It describes a picture by the means and the standard deviations of its colours and of the responses of every
 * level, which tell textures and palettes apart and say little about what the picture shows (Gatys et al. 2016). Thread-safe.
 *
 * @param colours the projections of mean and deviation of the colours
 */
public record TextureTower(TextureConfig config, Projections colours, List<Level> levels) implements ImageEncoder {
    /** Makes a tower with a copy of the list. */
    public TextureTower {
        levels = List.copyOf(levels);
    }

    /** The linear layers that turn the means and the deviations of a map's channels into feature vectors. */
    public record Projections(Linear mean, Linear deviation) {
        private static final double EPSILON = 1e-5;

        static Projections of(Weights weights, int channels, int width) {
            return new Projections(
                    Linear.of(weights.at("mean"), channels, width),
                    Linear.of(weights.at("deviation"), channels, width));
        }

        // (B, C, H, W) to two feature vectors of (B, width)
        List<Tensor> forward(Tensor map) {
            T_TensorTensor_T moments = torch.var_mean(map.to(ScalarType.Float).flatten(2, 3), 2);
            Tensor deviations = moments.get0().add(new Scalar(EPSILON)).sqrt();
            return List.of(mean.forward(moments.get1().type_as(map)), deviation.forward(deviations.type_as(map)));
        }
    }

    /** A convolution that halves the size, and one more if the level is not the first. */
    record Level(
            Conv2d halving,
            @Nullable GroupNorm norm,
            @Nullable Conv2d second,
            Projections projections,
            GroupNorm last) {
        static Level of(Weights weights, int inputs, int outputs, boolean first, TextureConfig config) {
            return new Level(
                    Conv2d.of(weights.at("conv1"), inputs, outputs, 3, 2, 1),
                    first ? null : GroupNorm.of(weights.at("norm1"), outputs, config.groups(), 1e-5),
                    first ? null : Conv2d.of(weights.at("conv2"), outputs, outputs, 3),
                    Projections.of(weights.at("statistics"), outputs, config.width()),
                    GroupNorm.of(weights.at("norm2"), outputs, config.groups(), 1e-5));
        }

        // The responses before they are normalized, because the normalization removes contrast
        Tensor responses(Tensor x) {
            Tensor halved = halving.forward(x);
            return norm == null || second == null
                    ? halved
                    : second.forward(norm.silu(halved)).add(halved);
        }
    }

    /** Reads the network, from the root of its names. */
    public static TextureTower of(TextureConfig config, Weights weights) {
        Weights model = weights.at("vision_model");
        List<Level> levels = new ArrayList<>();
        int inputs = 3;
        for (int i = 0; i < config.channels().size(); i++) {
            int outputs = config.channels().get(i);
            levels.add(Level.of(model.at("levels." + i), inputs, outputs, i == 0, config));
            inputs = outputs;
        }
        return new TextureTower(config, Projections.of(model.at("colours"), 3, config.width()), levels);
    }

    /**
     * {@inheritDoc}
     *
     * @return (B, {@link TextureConfig#tokens}, width)
     */
    @Override
    public Tensor features(Tensor pixels, int layer) {
        config.requireLayer(layer);
        List<Tensor> vectors = new ArrayList<>(colours.forward(pixels));
        Tensor hidden = pixels;
        for (Level level : levels) {
            Tensor responses = level.responses(hidden);
            vectors.addAll(level.projections().forward(responses));
            hidden = level.last().silu(responses);
        }
        return torch.stack(new TensorVector(vectors.toArray(Tensor[]::new)), 1);
    }
}
