package org.stylecodes.siglip;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Config;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Resize;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.vision.ImageEncoderConfig;

/**
 * Prepares a picture for the image encoder. The picture is resized twice without keeping its aspect ratio, first to a square of a fixed
 * size and then to the encoder's size, and is normalized. Both resizings round to 8 bits, as in the release; without that, codes would
 * differ from the release's. Immutable.
 *
 * @param preResize side in pixels of the first square; 0 to leave out the first resizing
 * @param width width of the encoder's pictures in pixels
 * @param height height of the encoder's pictures in pixels
 * @param scale the factor of the samples 0..255
 * @param mean subtracted after scaling, for red, green and blue
 * @param deviation the divisor after that, for red, green and blue
 */
public record Preprocessor(
        int preResize, int width, int height, double scale, List<Double> mean, List<Double> deviation) {
    private static final int CHANNELS = 3;
    private static final double TO_UNIT = 1 / 255.0;
    private static final int BICUBIC = 3; // Pillow's number of the filter

    /** @throws IllegalArgumentException if a size is not positive, mean or deviation do not have three numbers, or a deviation is 0 */
    public Preprocessor {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (preResize < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("the size is " + width + "x" + height + " with pre-resize " + preResize
                    + "; expected a positive size, and a pre-resize of at least 0");
        }
        if (mean.size() != CHANNELS || deviation.size() != CHANNELS || deviation.contains(0.0)) {
            throw new IllegalArgumentException("mean is " + mean + " and deviation " + deviation
                    + "; expected three numbers each, and no deviation of 0");
        }
    }

    /** A preprocessor that maps samples 0..255 to -1..1, as SigLIP does. */
    public static Preprocessor of(int preResize, int size) {
        List<Double> half = List.of(0.5, 0.5, 0.5);
        return new Preprocessor(preResize, size, size, TO_UNIT, half, half);
    }

    /** As {@link #of(Config, int)}. A size other than the image encoder's is refused. */
    public static Preprocessor of(Config config, int preResize, ImageEncoderConfig vision) {
        Preprocessor read = of(config, preResize);
        int side = vision.imageSize();
        if (read.width != side || read.height != side) {
            throw config.refused(
                    "size",
                    "is " + read.width + "x" + read.height + ", but the image encoder reads pictures of " + side + "x"
                            + side);
        }
        return read;
    }

    /** Reads {@code preprocessor_config.json}. Unknown and contradictory values are refused by name. */
    public static Preprocessor of(Config config, int preResize) {
        config.require("image_processor_type", "SiglipImageProcessor", "SiglipImageProcessorFast");
        config.require("do_resize", true);
        config.require("do_rescale", true);
        config.require("do_normalize", true);
        config.require("resample", BICUBIC);
        config.ignore("do_convert_rgb", "processor_class", "feature_extractor_type", "data_format", "device");
        Config size = config.object("size");
        try {
            Preprocessor read = new Preprocessor(
                    preResize,
                    size.positive("width"),
                    size.positive("height"),
                    config.number("rescale_factor", TO_UNIT),
                    config.numbers("image_mean"),
                    config.numbers("image_std"));
            size.done();
            config.done();
            return read;
        } catch (IllegalArgumentException e) {
            throw config.refused(e);
        }
    }

    /** The pixels of a picture: (1, 3, height, width). */
    public Tensor pixels(Picture picture) {
        return normalized(resized(picture));
    }

    /** The pixels of a picture that {@link #resized} returned: (1, 3, height, width). */
    public Tensor normalized(Picture resized) {
        byte[] rgb = resized.rgb();
        int plane = width * height;
        float[] pixels = new float[CHANNELS * plane];
        for (int channel = 0; channel < CHANNELS; channel++) {
            double shift = mean.get(channel);
            double divisor = deviation.get(channel);
            for (int i = 0; i < plane; i++) {
                pixels[channel * plane + i] = (float) (((rgb[i * CHANNELS + channel] & 255) * scale - shift) / divisor);
            }
        }
        return Tensors.of(pixels, 1, CHANNELS, height, width);
    }

    /** The picture resized to the tower's size, not yet normalized. */
    public Picture resized(Picture picture) {
        Picture square = preResize == 0 ? picture : Resize.bicubic(picture, preResize, preResize);
        return Resize.bicubic(square, width, height);
    }
}
