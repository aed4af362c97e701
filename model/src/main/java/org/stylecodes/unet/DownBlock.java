package org.stylecodes.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** One level of the down path: layers, then a convolution that halves the size. The last level has no such convolution. */
record DownBlock(List<Layer> layers, @Nullable Conv2d downsampler) {

    static DownBlock of(Weights weights, UNetConfig config, int index) {
        UNetConfig.Level level = config.levels().get(index);
        int channels = level.channels();
        int inputs = index == 0 ? channels : config.levels().get(index - 1).channels();
        boolean last = index == config.levels().size() - 1;
        return new DownBlock(
                IntStream.range(0, level.layers())
                        .mapToObj(i ->
                                Layer.of(weights, config, level, i, i == 0 ? inputs : channels, level.downAttention()))
                        .toList(),
                last ? null : Conv2d.of(weights.at("downsamplers.0.conv"), channels, channels, 3, 2, 1));
    }

    // The outputs of every layer and of the downsampler. The last one is the input of the next block.
    List<Tensor> forward(Tensor hidden, Tensor embedding, Context context) {
        List<Tensor> results = new ArrayList<>();
        Tensor result = hidden;
        for (Layer layer : layers) {
            result = layer.forward(result, embedding, context);
            results.add(result);
        }
        if (downsampler != null) {
            results.add(downsampler.forward(result));
        }
        return results;
    }

    Stream<Linear> promptLayers() {
        return layers.stream().flatMap(Layer::promptLayers);
    }
}
