package org.stylecodes.vision;

import java.util.ArrayList;
import java.util.List;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Weights;

/**
 * The sizes of a {@link TextureTower}.
 *
 * @param imageSize width and height of a picture in pixels
 * @param channels channels of each level, from the picture down; every level halves the size
 * @param groups the number of groups of every group normalization
 * @param width the width of a feature vector
 */
public record TextureConfig(int imageSize, List<Integer> channels, int groups, int width)
        implements ImageEncoderConfig {
    private static final int LAST = -1;

    /** The {@code model_type} of the configuration's file. */
    public static final String MODEL_TYPE = "stylecodes_texture_model";

    /** Makes a configuration with a copy of the list. */
    public TextureConfig {
        channels = List.copyOf(channels);
    }

    @Override
    public int featureWidth() {
        return width;
    }

    @Override
    public void requireLayer(int layer) {
        if (layer != LAST) {
            throw new IllegalArgumentException(
                    "this image encoder has one layer of features, " + LAST + "; it cannot read layer " + layer);
        }
    }

    @Override
    public ImageEncoder network(Weights weights) {
        return TextureTower.of(this, weights);
    }

    /** The number of feature vectors of a picture: mean and deviation of the colours, and of every level. */
    public int tokens() {
        return 2 * (channels.size() + 1);
    }

    /** Reads {@code image_encoder/config.json}. Unknown and contradictory values are refused by name. */
    public static TextureConfig of(Config config) {
        config.require("model_type", MODEL_TYPE);
        List<Integer> channels = new ArrayList<>();
        int groups = config.positive("norm_num_groups");
        for (int count : config.integers("block_out_channels")) {
            if (count < 1 || count % groups != 0) {
                throw config.refused(
                        "block_out_channels",
                        "has " + count + ", expected positive multiples of norm_num_groups " + groups);
            }
            channels.add(count);
        }
        TextureConfig read =
                new TextureConfig(config.positive("image_size"), channels, groups, config.positive("hidden_size"));
        config.done();
        return read;
    }
}
