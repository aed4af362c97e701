package org.stylecodes.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The initialization of a tensor before training. */
@FunctionalInterface
public interface Init {
    /** All zeros. */
    Init ZEROS = (tensor, generator) -> tensor.zero_();

    /** All ones. */
    Init ONES = (tensor, generator) -> tensor.fill_(new Scalar(1.0));

    /** Fills a float32 tensor in place. */
    void fill(Tensor tensor, Generator generator);

    /** Uniform in +-1/sqrt(fanIn), PyTorch's default for linear layers and convolutions. */
    static Init fanIn(long fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        return (tensor, generator) -> tensor.uniform_(-bound, bound, new GeneratorOptional(generator));
    }

    /** Normal with mean 0 and this standard deviation. */
    static Init normal(double deviation) {
        return (tensor, generator) -> tensor.normal_(0, deviation, new GeneratorOptional(generator));
    }
}
