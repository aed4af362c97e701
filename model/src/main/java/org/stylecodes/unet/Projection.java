package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** A linear map of the channels, stored as a linear layer or as an equivalent 1x1 convolution. */
record Projection(Tensor weight, Tensor bias) {
    static Projection of(Weights weights, int channels, boolean linear) {
        Init init = Init.fanIn(channels);
        long[] shape = linear ? new long[] {channels, channels} : new long[] {channels, channels, 1, 1};
        return new Projection(weights.tensor("weight", init, shape), weights.tensor("bias", init, channels));
    }

    // (B, tokens, C) to the same
    Tensor forward(Tensor tokens) {
        return new Linear(weight.flatten(1, -1), bias).forward(tokens);
    }
}
