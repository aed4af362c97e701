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
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * A convolutional image encoder. It describes a picture by the means and the standard deviations of its colours and of the responses of every
 * level, which tell textures and palettes apart and say little about what the picture shows (Gatys et al. 2016). Thread-safe. Works in
 * inference and in training.
 */
public record TextureTower(TextureConfig config, Statistics colours, List<Level> levels) implements ImageEncoder {
    private static final double EPSILON = 1e-5;
    private static final int COLOURS = 3;

    /** Makes a tower with a copy of the list. */
    public TextureTower {
        levels = List.copyOf(levels);
    }

    /**
     * The linear layers that make two feature vectors of a map: one of the means of its channels over all positions, one of their standard
     * deviations.
     */
    public record Statistics(Linear mean, Linear deviation) {
        static Statistics of(Weights weights, int channels, int width) {
            return new Statistics(
                    Linear.of(weights.at("mean"), channels, width),
                    Linear.of(weights.at("deviation"), channels, width));
        }

        // (B, C, H, W) to two of (B, width). In half precision, sums over so many positions would lose too much.
        List<Tensor> vectors(Tensor map) {
            T_TensorTensor_T moments = torch.var_mean(map.to(ScalarType.Float).flatten(2, 3), 2);
            Tensor deviations = moments.get0().add(new Scalar(EPSILON)).sqrt();
            return List.of(mean.forward(moments.get1().type_as(map)), deviation.forward(deviations.type_as(map)));
        }
    }

    /**
     * A convolution that halves the size, and in all levels except the first a residual one that keeps it.
     *
     * @param norm1 null in the first level, as is {@code conv2}
     * @param norm2 normalizes the input of the next level; null in the last level
     */
    public record Level(
            Conv2d conv1,
            @Nullable GroupNorm norm1,
            @Nullable Conv2d conv2,
            Statistics statistics,
            @Nullable GroupNorm norm2) {
        static Level of(Weights weights, TextureConfig config, int index) {
            boolean first = index == 0;
            boolean last = index == config.channels().size() - 1;
            int channels = config.channels().get(index);
            int inputs = first ? COLOURS : config.channels().get(index - 1);
            return new Level(
                    Conv2d.of(weights.at("conv1"), inputs, channels, 3, 2, 1),
                    first ? null : GroupNorm.of(weights.at("norm1"), channels, config.groups(), EPSILON),
                    first ? null : Conv2d.of(weights.at("conv2"), channels, channels, 3),
                    Statistics.of(weights.at("statistics"), channels, config.featureWidth()),
                    last ? null : GroupNorm.of(weights.at("norm2"), channels, config.groups(), EPSILON));
        }

        // The responses are not normalized, because a normalization would remove the contrast.
        Tensor responses(Tensor x) {
            Tensor halved = conv1.forward(x);
            return norm1 == null || conv2 == null
                    ? halved
                    : conv2.forward(norm1.silu(halved)).add(halved);
        }
    }

    /** Reads the network, from the root of its names. */
    public static TextureTower of(TextureConfig config, Weights weights) {
        Weights model = weights.at("vision_model");
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < config.channels().size(); i++) {
            levels.add(Level.of(model.at("levels." + i), config, i));
        }
        return new TextureTower(config, Statistics.of(model.at("colours"), COLOURS, config.featureWidth()), levels);
    }

    /**
     * {@inheritDoc}
     *
     * @return (B, {@link TextureConfig#vectors}, width): means and deviations of the colours, then of each level
     */
    @Override
    public Tensor features(Tensor pixels, int layer) {
        config.requireLayer(layer);
        return Scope.of(() -> {
            List<Tensor> vectors = new ArrayList<>(colours.vectors(pixels));
            Tensor hidden = pixels;
            for (Level level : levels) {
                Tensor responses = level.responses(hidden);
                vectors.addAll(level.statistics().vectors(responses));
                hidden = level.norm2() == null ? responses : level.norm2().silu(responses);
            }
            return torch.stack(new TensorVector(vectors.toArray(Tensor[]::new)), 1);
        });
    }
}
