package org.stylecodes.train.stage;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Initializes an autoencoder so that its blocks start as the identity and the convolutions between them pass every channel on. All three
 * colours then pass from the first step. From a random start, a run learns brightness first and stays grey for a thousand steps or more.
 */
public final class PassThroughInit {
    private static final double START_NOISE = 0.3;

    private PassThroughInit() {}

    /** Changes a tensor of the autoencoder in place. */
    public static void prepare(String name, Tensor weight) {
        if (name.contains(".conv2.")) {
            weight.zero_();
        } else if (weight.dim() == 4 && !name.contains(".conv1.")) {
            long outputs = weight.size(0);
            long inputs = weight.size(1);
            weight.mul_(new Scalar(START_NOISE));
            Tensor centre = weight.select(2, weight.size(2) / 2).select(2, weight.size(3) / 2); // (outputs, inputs)
            for (long output = 0; output < outputs; output++) {
                centre.select(0, output).select(0, output % inputs).add_(new Scalar(1.0));
            }
        }
    }
}
