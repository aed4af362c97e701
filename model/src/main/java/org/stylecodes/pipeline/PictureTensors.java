package org.stylecodes.pipeline;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Resize;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Tensors;

/** Converts pictures to the tensors that the VAE reads, and back. Rounds as diffusers does. */
public final class PictureTensors {
    private static final int MAX_LEVEL = 255;

    private PictureTensors() {}

    /** The pixels of a picture: (1, 3, H, W) with values in -1..1. */
    public static Tensor of(Picture picture) {
        byte[] rgb = picture.rgb();
        int pixels = rgb.length / 3;
        float[] values = new float[rgb.length];
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < 3; channel++) {
                float level = (rgb[3 * i + channel] & MAX_LEVEL) / (float) MAX_LEVEL;
                values[channel * pixels + i] = 2 * level - 1;
            }
        }
        return Tensors.of(values, 1, 3, picture.height(), picture.width());
    }

    /** The picture of a tensor (1, 3, H, W). Values outside -1..1 are clamped. */
    public static Picture picture(Tensor values) {
        Tensor unit = Layers.clamped(values.div(new Scalar(2.0)).add(new Scalar(0.5)), 0, 1);
        Tensor levels =
                Layers.scaled(unit.squeeze(0).permute(1, 2, 0), MAX_LEVEL).round(); // (H, W, 3)
        long[] numbers = Tensors.longs(levels.to(ScalarType.Long));
        byte[] rgb = new byte[numbers.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) numbers[i];
        }
        return Picture.of((int) values.size(3), (int) values.size(2), rgb);
    }

    /** The picture cropped around its centre to the proportions of a size, then resized to that size. */
    static Picture fitted(Picture picture, int width, int height) {
        // The crop is the largest part of the picture that has the proportions of the size.
        double scale = Math.min((double) picture.width() / width, (double) picture.height() / height);
        int cropWidth = Math.max(1, (int) Math.round(width * scale));
        int cropHeight = Math.max(1, (int) Math.round(height * scale));
        return Resize.bicubic(crop(picture, cropWidth, cropHeight), width, height);
    }

    private static Picture crop(Picture picture, int width, int height) {
        int left = (picture.width() - width) / 2;
        int top = (picture.height() - height) / 2;
        byte[] whole = picture.rgb();
        byte[] part = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            System.arraycopy(whole, ((top + y) * picture.width() + left) * 3, part, y * width * 3, width * 3);
        }
        return Picture.of(width, height, part);
    }
}
