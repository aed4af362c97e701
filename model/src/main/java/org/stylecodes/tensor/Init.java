package org.stylecodes.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** How a tensor of a network begins before it is trained. */
@FunctionalInterface
public interface Init {
    /** All zeros. */
    Init ZEROS = (tensor, generator) -> tensor.zero_();

    /** All ones. */
    Init ONES = (tensor, generator) -> tensor.fill_(new Scalar(1.0));

    /** Fills a float32 tensor in place. */
    void fill(Tensor tensor, Generator generator);

    /** Uniform in +-1/sqrt(fanIn), what PyTorch gives linear layers and convolutions. */
    static Init fanIn(long fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        return (tensor, generator) -> tensor.uniform_(-bound, bound, new GeneratorOptional(generator));
    }

    /** Normal with mean 0. */
    static Init normal(double deviation) {
        return (tensor, generator) -> tensor.normal_(0, deviation, new GeneratorOptional(generator));
    }
}
