package org.stylecodes.train.stage;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.tensor.Layers;
import org.stylecodes.vae.Autoencoder;

/** Terms of the loss of an autoencoder. An error is the decoded picture minus the original: (B, 3, H, W), float32. */
public final class ReconstructionError {
    private ReconstructionError() {}

    /** The mean absolute difference of neighbouring errors, at one and at two pixels, which measures the error of edges. */
    public static Tensor gradients(Tensor error) {
        return differences(error).add(differences(torch.avg_pool2d(error, 2, 2)));
    }

    private static Tensor differences(Tensor error) {
        long height = error.size(2);
        long width = error.size(3);
        Tensor down = error.narrow(2, 1, height - 1).sub(error.narrow(2, 0, height - 1));
        Tensor right = error.narrow(3, 1, width - 1).sub(error.narrow(3, 0, width - 1));
        return down.abs().mean().add(right.abs().mean());
    }

    /** The mean absolute error along the axes red - green and yellow - blue. */
    public static Tensor chroma(Tensor error) {
        Tensor red = error.narrow(1, 0, 1);
        Tensor green = error.narrow(1, 1, 1);
        Tensor blue = error.narrow(1, 2, 1);
        Tensor yellow = Layers.scaled(red.add(green), 0.5);
        return red.sub(green).abs().mean().add(yellow.sub(blue).abs().mean());
    }

    /** The Kullback-Leibler divergence of latents from the standard normal distribution, as a mean over their elements. */
    public static Tensor divergence(Autoencoder.Moments moments) {
        Tensor mean = moments.mean().to(ScalarType.Float);
        Tensor logVariance = moments.logVariance().to(ScalarType.Float);
        Tensor sum = mean.square().add(logVariance.exp()).sub(logVariance);
        return Layers.scaled(sum.mean(), 0.5).sub(new Scalar(0.5));
    }
}
