package org.stylecodes.conformance;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Checkpoint;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.SingleFile;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Weights;

/** Checks of files that contain the weights of the model folder in other formats and under other names. */
final class FileChecks {
    // The relative rounding error if one file has the weights in float32 or bfloat16 and the other has them in float16.
    private static final double HALF = 0x1p-11;

    private FileChecks() {}

    /** A single-file checkpoint. */
    static void singleFile(Archive archive, String file, Comparison comparison) {
        try (SingleFile single = SingleFile.open(archive.path(file));
                ModelFolder folder = ModelFolder.open(archive.path(archive.model()))) {
            for (Part part : single.parts()) {
                equal(archive, part, folder.weights(part), single.part(part).weights(), comparison);
            }
        }
    }

    /** A VAE with the attention names of old versions of diffusers. */
    static void oldVae(Archive archive, String file, Comparison comparison) {
        try (Checkpoint old = Checkpoint.open(Part.VAE, archive.path(file));
                ModelFolder folder = ModelFolder.open(archive.path(archive.model()))) {
            equal(archive, Part.VAE, folder.weights(Part.VAE), old.weights(), comparison);
        }
    }

    /** The released checkpoint as a PyTorch file, compared with the safetensors file beside it. */
    static void pickledStyle(Archive archive, String file, Comparison comparison) {
        String plain = file.replaceFirst("\\.bin$", ".safetensors");
        if (!archive.files().contains(plain)) {
            throw new SkippedException("there is no " + plain + " to compare it with");
        }
        try (Checkpoint pickled = Checkpoint.open(Part.STYLE, archive.path(file));
                Checkpoint expected = Checkpoint.open(Part.STYLE, archive.path(plain))) {
            equal(archive, Part.STYLE, expected.weights(), pickled.weights(), comparison);
        }
    }

    private static void equal(Archive archive, Part part, Weights expected, Weights found, Comparison comparison) {
        Map<String, long[]> outline = archive.networks().configs().outline(part);
        outline.forEach((name, shape) -> {
            Tensor wanted = expected.tensor(name, Init.ZEROS, shape);
            comparison.close(part.folder() + ": " + name, wanted, found.tensor(name, Init.ZEROS, shape), HALF);
        });
    }
}
