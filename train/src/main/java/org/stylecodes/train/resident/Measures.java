package org.stylecodes.train.resident;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.vae.Autoencoder;

/** Measures networks on the unseen styles of a bank. Their first half are new styles of known hands; the source says what the second half are. */
final class Measures {
    private static final int BATCH = 50;
    private static final int MOST_PICTURES = 500; // of each half

    private final PictureBank bank;
    private final String secondHalf;
    private final Consumer<String> report;

    Measures(PictureBank bank, String secondHalf, Consumer<String> report) {
        this.bank = bank;
        this.secondHalf = secondHalf;
        this.report = report;
    }

    /** In what share of the styles another picture's code is nearest among all styles of that half. */
    void retrieval(CodeStep.Network network) {
        halves((name, first, styles) -> {
            Tensor one = latents(network, first, styles, 0);
            Tensor two = latents(network, first, styles, 1);
            Tensor rounded = CodeStep.distances(quantized(network, one), quantized(network, two));
            Tensor exact = CodeStep.distances(
                    network.style().quantizer().continuous(one),
                    network.style().quantizer().continuous(two));
            report.accept(String.format(
                    Locale.ROOT,
                    "retrieval among %d, %s: %.3f, without rounding %.3f",
                    styles,
                    name,
                    diagonal(rounded),
                    diagonal(exact)));
        });
    }

    /** The mean peak signal-to-noise ratio (PSNR) of the round trip. */
    void roundTrip(Autoencoder vae) {
        halves((name, first, styles) -> {
            double logarithms = 0;
            int count = Math.min(MOST_PICTURES, styles * bank.perStyle());
            for (int from = 0; from < count; from += BATCH) {
                Tensor pixels = bank.pixels((long) first * bank.perStyle() + from, Math.min(BATCH, count - from));
                Tensor error = decoded(vae, pixels).sub(pixels).to(ScalarType.Float);
                // PSNR is a mean over pictures.
                logarithms += error.square()
                        .flatten(1, 3)
                        .mean(1)
                        .div(new Scalar(4.0))
                        .log10()
                        .sum()
                        .item_double();
            }
            report.accept(String.format(Locale.ROOT, "round trip, %s: %.2f dB", name, -10 * logarithms / count));
        });
    }

    static Tensor decoded(Autoencoder vae, Tensor pixels) {
        return Layers.clamped(vae.decode(vae.encode(pixels).mean()), -1, 1);
    }

    /** How often the judge names contents and treatments, after a change of the pictures. */
    void named(String what, ContentJudge judge, UnaryOperator<Tensor> change) {
        halves((name, first, styles) -> {
            int contents = 0;
            int treatments = 0;
            int count = 0;
            int most = Math.min(MOST_PICTURES, styles * bank.perStyle());
            for (int from = 0; from < most; from += BATCH) {
                int start = first * bank.perStyle() + from;
                int size = Math.min(BATCH, most - from);
                long[][] named = Scope.get(() -> {
                    Tensor features = judge.features(change.apply(bank.pixels(start, size)));
                    return new long[][] {
                        Tensors.longs(judge.contents(features).argmax(new LongOptional(1), false)),
                        Tensors.longs(judge.treatments(features).argmax(new LongOptional(1), false))
                    };
                });
                for (int i = 0; i < size; i++) {
                    PictureBank.Picture facts = bank.facts(start + i);
                    if (facts.contents().length != 1) {
                        continue;
                    }
                    count++;
                    contents += named[0][i] == facts.contents()[0] ? 1 : 0;
                    treatments += named[1][i] == facts.treatment() ? 1 : 0;
                }
            }
            report.accept(String.format(
                    Locale.ROOT,
                    "judge, %s, %s: content %.3f, treatment %.3f",
                    what,
                    name,
                    contents / (double) count,
                    treatments / (double) count));
        });
    }

    private interface Half {
        void measure(String name, int first, int styles);
    }

    private void halves(Half half) {
        Scope.run(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                int styles = bank.unseen() / 2;
                half.measure("new styles", 0, styles);
                half.measure(secondHalf, styles, styles);
            }
        });
    }

    private Tensor latents(CodeStep.Network network, int first, int styles, int picture) {
        Device device = bank.placement().device();
        long[] indices = new long[styles];
        for (int i = 0; i < styles; i++) {
            indices[i] = (long) (first + i) * bank.perStyle() + picture;
        }
        return Scope.of(() -> network.latents(bank.pixels(Batch.of(device, indices))));
    }

    private static Tensor quantized(CodeStep.Network network, Tensor latents) {
        return network.style().quantizer().straightThrough(latents);
    }

    private static double diagonal(Tensor distances) {
        long[] nearest = Tensors.longs(distances.argmin(new LongOptional(1), false));
        int found = 0;
        for (int i = 0; i < nearest.length; i++) {
            found += nearest[i] == i ? 1 : 0;
        }
        return found / (double) nearest.length;
    }
}
