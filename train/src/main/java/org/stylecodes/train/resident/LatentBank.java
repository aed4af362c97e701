package org.stylecodes.train.resident;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.vae.Autoencoder;

/**
 * What the denoiser learns from, in the memory of the device, one row for each picture of a {@link PictureBank}: latents, the values of codes,
 * and the tokens of captions. {@link #update} adds the styles that were composed meanwhile. Used by one thread.
 */
final class LatentBank implements AutoCloseable {
    private static final int STYLES = 6; // encoded at once
    private static final int MOST_STYLES = 60; // encoded between two steps
    private static final int SCALED = 50; // styles that the scaling factor is estimated from

    private final PictureBank bank;
    private final Autoencoder vae;
    private final CodeStep.Network encoder;
    private final Tokenizer tokenizer;
    private final ContentJudge judge;
    private final Tensor latents; // (N, C, h, w), float32, multiplied by the scaling factor
    private final Tensor values; // (N, values of a code), float32
    private final Tensor captions; // (N, tokens), int64
    private final Tensor features; // (N, C, 8, 8), the directions of the judge's maps, in the precision of training
    private final Tensor empty; // (1, tokens), int64
    private final double scale;
    private int encoded; // styles

    /**
     * Makes a bank and encodes all styles that are ready.
     *
     * @param scale the scaling factor that an earlier run found, or nothing to find it
     */
    LatentBank(
            PictureBank bank,
            Autoencoder vae,
            CodeStep.Network encoder,
            Tokenizer tokenizer,
            ContentJudge judge,
            OptionalDouble scale) {
        this.bank = bank;
        this.vae = vae;
        this.encoder = encoder;
        this.tokenizer = tokenizer;
        this.judge = judge;
        long count = (long) bank.styles() * bank.perStyle();
        int side = bank.size() / vae.config().factor();
        this.latents = rows(ScalarType.Float, count, vae.config().foldedChannels(), side, side);
        this.values =
                rows(ScalarType.Float, count, encoder.style().autoencoder().latent());
        this.captions = rows(ScalarType.Long, count, tokenizer.length());
        this.features = rows(
                Devices.type(bank.placement().precision()),
                count,
                ContentJudge.WIDTH,
                ContentJudge.SIDE,
                ContentJudge.SIDE);
        long[] none = tokenizer.encode("");
        this.empty = Scope.own(() -> Devices.put(bank.placement().device(), Tensors.of(none, 1, none.length))
                .clone());
        this.scale = scale.isPresent() ? scale.getAsDouble() : found();
        while (encoded < bank.ready()) {
            encode(Math.min(STYLES, bank.ready() - encoded));
            bank.upload();
        }
    }

    // The factor that gives latents a standard deviation of 1
    private double found() {
        return Scope.get(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                int styles = Math.min(SCALED, bank.ready());
                Tensor[] means = new Tensor[styles];
                for (int i = 0; i < styles; i++) {
                    Tensor indices = indices(i, 1);
                    means[i] = Scope.of(
                            () -> vae.encode(bank.pixels(indices)).mean().to(ScalarType.Float));
                }
                return 1 / Layers.cat(0, means).std(true).item_double();
            }
        });
    }

    private Tensor rows(ScalarType type, long... shape) {
        return Scope.own(() -> torch.empty(
                shape,
                new TensorOptions(type)
                        .device(new DeviceOptional(
                                Devices.torch(bank.placement().device()))),
                new MemoryFormatOptional()));
    }

    PictureBank bank() {
        return bank;
    }

    double scale() {
        return scale;
    }

    Tensor latents(Tensor indices) {
        return latents.index_select(0, indices);
    }

    Tensor values(Tensor indices) {
        return values.index_select(0, indices);
    }

    /** The values of all codes so far: (styles * perStyle, values of a code). */
    float[] allValues() {
        return Scope.get(() -> {
            long[] rows = new long[encoded * bank.perStyle()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (long) bank.readyStyle(i / bank.perStyle()) * bank.perStyle() + i % bank.perStyle();
            }
            return Tensors.floats(values(Batch.of(bank.placement().device(), rows)));
        });
    }

    Tensor captions(Tensor indices) {
        return captions.index_select(0, indices);
    }

    Tensor features(Tensor indices) {
        return features.index_select(0, indices);
    }

    Tensor empty() {
        return empty;
    }

    /** A random style among those that are encoded. */
    int anyStyle(SplittableRandom random) {
        return bank.readyStyle(random.nextInt(encoded));
    }

    /** Brings new styles to the device and encodes some of them. */
    void update() {
        bank.upload();
        int most = Math.min(bank.ready(), encoded + MOST_STYLES);
        // Whole batches only, because every size of a batch has kernels of its own
        while (encoded + STYLES <= most) {
            encode(STYLES);
        }
    }

    private void encode(int styles) {
        Scope.run(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                Tensor indices = indices(encoded, styles);
                Tensor pixels = bank.pixels(indices);
                latents.index_copy_(
                        0, indices, Layers.scaled(vae.encode(pixels).mean().to(ScalarType.Float), scale));
                values.index_copy_(0, indices, encoder.style().quantizer().straightThrough(encoder.latents(pixels)));
                captions.index_copy_(0, indices, tokens(encoded, styles));
                features.index_copy_(
                        0,
                        indices,
                        ContentJudge.normalized(judge.features(pixels)).contiguous());
            }
        });
        encoded += styles;
    }

    private Tensor indices(int first, int styles) {
        long[] indices = new long[styles * bank.perStyle()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (long) bank.readyStyle(first + i / bank.perStyle()) * bank.perStyle() + i % bank.perStyle();
        }
        return Batch.of(bank.placement().device(), indices);
    }

    private Tensor tokens(int first, int styles) {
        int length = tokenizer.length();
        long[] ids = new long[styles * bank.perStyle() * length];
        for (int i = 0; i < styles * bank.perStyle(); i++) {
            int index = bank.readyStyle(first + i / bank.perStyle()) * bank.perStyle() + i % bank.perStyle();
            System.arraycopy(tokenizer.encode(bank.facts(index).caption()), 0, ids, i * length, length);
        }
        return Batch.put(bank.placement().device(), Tensors.of(ids, (long) styles * bank.perStyle(), length));
    }

    @Override
    public void close() {
        List.of(latents, values, captions, features, empty).forEach(Tensor::close);
    }
}
