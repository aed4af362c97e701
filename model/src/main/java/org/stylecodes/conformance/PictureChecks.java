package org.stylecodes.conformance;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Safetensors;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.image.Resize;
import org.stylecodes.image.Transparency;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.vae.Autoencoder;

/** Checks of picture decoding and resizing, and of the networks that read or make pictures. */
final class PictureChecks {
    /** The side in pixels of the square that the release resizes pictures to first. */
    private static final int FIRST_SIDE = 512;

    /** The difference allowed for JPEG, because decoders may round differently. */
    private static final int JPEG_LEVELS = 4;

    private PictureChecks() {}

    /** Tensors are named PICTURE:rgb for a decoded picture, or PICTURE:SIDE for a picture resized to that side in pixels. */
    static void preprocess(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        for (String name : golden.names()) {
            String source = name.substring(0, name.lastIndexOf(':'));
            Picture expected = picture(golden.tensor(name));
            // The reference drops alpha.
            Picture decoded =
                    Pictures.read(archive.path("images/" + source), ReadOptions.DEFAULT.with(Transparency.DROPPED));
            Picture found = name.endsWith(":rgb")
                    ? decoded
                    : Resize.bicubic(
                            Resize.bicubic(decoded, FIRST_SIDE, FIRST_SIDE), expected.width(), expected.height());
            comparison.levels(name, expected, found, source.matches(".*\\.jpe?g") ? JPEG_LEVELS : 0);
        }
    }

    static void imageEncoder(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        if (!(archive.networks().imageEncoder() instanceof VisionTower tower)) {
            throw new SkippedException("the image encoder of this model is not a SigLIP");
        }
        Tensor pixels = archive.input(file, "pixel_values");
        TextChecks.hiddenStates(golden, tower.hiddenStates(pixels), comparison);
        comparison.close(
                "last_hidden_state", golden.tensor("last_hidden_state"), tower.forward(pixels), Comparison.NETWORK);
    }

    static void vae(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        Autoencoder vae = archive.networks().vae();
        Autoencoder.Moments moments = vae.encode(archive.input(file, "image"));
        comparison.close("mean", golden.tensor("mean"), moments.mean(), Comparison.NETWORK);
        comparison.close("logvar", golden.tensor("logvar"), moments.logVariance(), Comparison.NETWORK);
        comparison.close(
                "decoded", golden.tensor("decoded"), vae.decode(archive.input(file, "latents")), Comparison.NETWORK);
    }

    /** A picture from uint8 (height, width, 3). */
    static Picture picture(Tensor samples) {
        long[] shape = Tensors.shape(samples);
        if (shape.length != 3 || shape[2] != 3) {
            throw new IllegalArgumentException(
                    "a picture has shape " + Arrays.toString(shape) + ", expected height, width, 3");
        }
        long[] numbers = Tensors.longs(samples);
        byte[] rgb = new byte[numbers.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) numbers[i];
        }
        return Picture.of((int) shape[1], (int) shape[0], rgb);
    }
}
