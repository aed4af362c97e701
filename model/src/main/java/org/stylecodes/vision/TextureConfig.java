package org.stylecodes.vision;

import java.util.Arrays;
import java.util.List;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Weights;

/**
 * The sizes of a {@link TextureTower}. Immutable.
 *
 * @param imageSize width and height of a picture in pixels
 * @param channels channels of each level, from the picture down; every level halves the size
 * @param groups the number of groups of every group normalization
 * @param featureWidth the width of a feature vector
 */
public record TextureConfig(int imageSize, List<Integer> channels, int groups, int featureWidth)
        implements ImageEncoderConfig {
    /** The {@code model_type} of the configuration's file. */
    public static final String MODEL_TYPE = "stylecodes_texture_model";

    private static final int LAYER = -1;

    /**
     * Makes a configuration with a copy of the list.
     *
     * @throws IllegalArgumentException if there is no level, a size is not positive, the groups do not divide the channels of a level, or the
     *     map of the last level has a single position, which has no deviation
     */
    public TextureConfig {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || groups < 1 || featureWidth < 1) {
            throw new IllegalArgumentException("a texture tower cannot have " + channels.size() + " levels, " + groups
                    + " groups and feature vectors of width " + featureWidth);
        }
        for (int count : channels) {
            if (count < 1 || count % groups != 0) {
                throw new IllegalArgumentException("block_out_channels has " + count
                        + ", expected positive multiples of norm_num_groups " + groups);
            }
        }
        int side = imageSize;
        for (int level = 0; level < channels.size(); level++) {
            side = (side + 1) / 2; // a convolution of stride 2 rounds up
        }
        if (side < 2) {
            throw new IllegalArgumentException("image_size is " + imageSize + ", too small to be halved "
                    + channels.size() + " times, once for each entry of block_out_channels");
        }
    }

    @Override
    public void requireLayer(int layer) {
        if (layer != LAYER) {
            throw new IllegalArgumentException("there is no layer " + layer + " in an image encoder of the type "
                    + MODEL_TYPE + "; expected " + LAYER);
        }
    }

    @Override
    public ImageEncoder network(Weights weights) {
        return TextureTower.of(this, weights);
    }

    /** The number of feature vectors of a picture: one for the means and one for the deviations of the colours, and of each level. */
    public int vectors() {
        return 2 * (1 + channels.size());
    }

    /** Reads {@code image_encoder/config.json}. Unknown and contradictory values are refused by name. */
    public static TextureConfig of(Config config) {
        String type = config.text("model_type");
        if (!type.equals(MODEL_TYPE)) {
            throw config.unsupported("model_type", "is " + type + ", supported: " + MODEL_TYPE);
        }
        try {
            TextureConfig read = new TextureConfig(
                    config.positive("image_size"),
                    Arrays.stream(config.integers("block_out_channels")).boxed().toList(),
                    config.positive("norm_num_groups"),
                    config.positive("hidden_size"));
            config.done();
            return read;
        } catch (IllegalArgumentException e) {
            throw config.refused(e);
        }
    }
}
