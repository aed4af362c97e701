package org.stylecodes.cli.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Profile.Kind;
import org.stylecodes.tensor.Profile.Total;
import org.stylecodes.tensor.Scope;

/**
 * The most that LibTorch does on this machine, in floating-point operations a second, for the operations that most of a picture's time goes
 * to, at sizes of Stable Diffusion 1.5 that suit them.
 */
record Peaks(Map<Kind, Double> rates) {
    private static final int REPETITIONS = 5;

    static Peaks measure(Precision precision) {
        return Scope.get(() -> {
            ScalarType type = Devices.type(precision);
            Map<Kind, Double> rates = new EnumMap<>(Kind.class);
            rates.put(Kind.CONVOLUTION, convolution(type));
            rates.put(Kind.MATRIX_PRODUCT, matrixProduct(type));
            rates.put(Kind.ATTENTION, attention(type));
            return new Peaks(rates);
        });
    }

    /** The time in seconds that operations would take at these rates; those without a rate take none. */
    double seconds(Map<Kind, Total> totals) {
        return rates.entrySet().stream()
                .mapToDouble(rate ->
                        totals.getOrDefault(rate.getKey(), Total.NOTHING).operations() / rate.getValue())
                .sum();
    }

    private static double convolution(ScalarType type) {
        Tensor x = torch.randn(2, 320, 64, 64).to(type);
        Conv2d convolution = new Conv2d(torch.randn(320, 320, 3, 3).to(type), null, 1, 1);
        return rate(2.0 * 2 * 64 * 64 * 320 * 320 * 9, () -> convolution.forward(x));
    }

    private static double matrixProduct(ScalarType type) {
        Tensor x = torch.randn(1, 4096, 320).to(type);
        Linear linear = new Linear(torch.randn(2560, 320).to(type), null);
        return rate(2.0 * 4096 * 320 * 2560, () -> linear.forward(x));
    }

    private static double attention(ScalarType type) {
        Tensor x = torch.randn(1, 4096, 320).to(type);
        return rate(4.0 * 4096 * 4096 * 320, () -> Layers.attention(x, x, x, 8, false));
    }

    private static double rate(double operations, Supplier<Tensor> operation) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i <= REPETITIONS; i++) { // the first warms up
            long begin = System.nanoTime();
            Scope.run(operation::get);
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return operations / Spread.of(seconds.subList(1, seconds.size())).least();
    }
}
