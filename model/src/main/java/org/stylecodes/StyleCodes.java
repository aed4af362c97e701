package org.stylecodes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.image.Picture;
import org.stylecodes.pipeline.Diffusion;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.pipeline.StyleEncoder;
import org.stylecodes.tensor.Placement;

/**
 * A model: pictures become style codes, and requests become pictures.
 *
 * <pre>{@code
 * try (StyleCodes model = StyleCodes.nano()) { // or StyleCodes.open(Path.of("models/sd15"))
 *     StyleCode style = model.encode(Pictures.read(Path.of("van-gogh.jpg")));
 *     Picture picture = model.generate(Request.of("a house on a hill").style(style).seed(238)).first();
 * }
 * }</pre>
 *
 * <p>May be shared between threads: work is done one request at a time, in the order of asking, since one request keeps all
 * processors busy. Weights are read when they are first needed. What a request gives does not depend on the thread.
 */
public final class StyleCodes implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Networks networks;
    private final Runnable closing;
    private final ModelInfo info;
    private boolean closed;

    private StyleCodes(Networks networks, Runnable closing) {
        this.networks = networks;
        this.closing = closing;
        this.info = networks.info();
    }

    /**
     * The built-in model, which needs the artifact {@code stylecodes-nano} on the class path.
     *
     * @throws StyleCodesException if it is not there
     */
    public static StyleCodes nano() {
        return nano(Placement.CPU);
    }

    /**
     * As {@link #nano()}, on another device.
     *
     * @throws StyleCodesException if this build on this machine does not have the placement
     */
    public static StyleCodes nano(Placement placement) {
        placement.available();
        BuiltInModel model = BuiltInModel.find(StyleCodes.class.getClassLoader());
        return open(model.folder(), placement, model::close);
    }

    /**
     * The model in a folder: a diffusers pipeline folder with {@code image_encoder} and {@code style}, or with the released
     * {@code stylecodes.safetensors} or {@code stylecodes.bin} in the place of {@code style}. Or a single-file checkpoint of the
     * SD1.5 family in a folder that has the parts which it does not hold.
     *
     * @throws ModelFormatException if a part is missing or damaged, or the parts do not fit each other
     */
    public static StyleCodes open(Path path) {
        return open(path, Placement.CPU);
    }

    /**
     * As {@link #open(Path)}, on another device. Noise is drawn alike on all, so a seed means the same picture, up to rounding.
     *
     * @param placement of the networks that draw; a code is always made in float32
     * @throws StyleCodesException if this build on this machine does not have the placement
     */
    public static StyleCodes open(Path path, Placement placement) {
        placement.available();
        return open(path, placement, () -> {});
    }

    private static StyleCodes open(Path path, Placement placement, Runnable closing) {
        try {
            return new StyleCodes(Networks.open(path, placement), closing);
        } catch (RuntimeException e) {
            closing.run();
            throw e;
        }
    }

    /** The model's id in shared codes. */
    public String id() {
        return info.id();
    }

    /** What the model is, and what it chooses where a request says nothing. */
    public ModelInfo info() {
        return info;
    }

    /** The form of a code that names this model, for others to use. */
    public SharedCode share(StyleCode code) {
        return new SharedCode(id(), code);
    }

    /**
     * The style code of pictures.
     *
     * @param pictures one, or several whose codes are mixed in equal parts
     * @throws IllegalArgumentException if there are none
     */
    public StyleCode encode(Picture... pictures) {
        if (pictures.length == 0) {
            throw new IllegalArgumentException("there are no pictures to encode; expected at least one");
        }
        StyleEncoder encoder = new StyleEncoder(networks);
        return alone(() -> StyleCode.mix(Arrays.stream(pictures)
                .map(picture -> new WeightedCode(encoder.encode(picture), 1))
                .toList()));
    }

    /** The numbers of a picture's style before they are rounded to the levels of a code: as many as a code has symbols. */
    public float[] styleValues(Picture picture) {
        StyleEncoder encoder = new StyleEncoder(networks);
        return alone(() -> encoder.values(picture));
    }

    /**
     * Draws what a request asks for.
     *
     * @throws InvalidRequestException if this model cannot draw it
     * @throws org.stylecodes.code.InvalidCodeException if a style was shared for another model
     * @throws org.stylecodes.sampler.SamplingCancelledException if the request's listener cancels
     */
    public Generation generate(Request request) {
        Request filled = info.filled(request);
        return alone(() -> new Generation(new Diffusion(networks).draw(filled), filled, id()));
    }

    /**
     * A code that looks like a style: drawn from the distribution of the codes that the model saw in training. The same seed
     * gives the same code.
     *
     * @throws StyleCodesException if the model does not know that distribution
     */
    public StyleCode random(long seed) {
        CodeDistribution codes = networks.configs().style().codes();
        if (codes == null) {
            throw new StyleCodesException("the model " + id() + " does not say how its codes are distributed;"
                    + " take codes of pictures, or StyleCode.uniform");
        }
        return codes.draw(seed);
    }

    /**
     * Frees the model's memory, after the request that is being worked at.
     *
     * @throws IllegalStateException if a listener of that request asks for it
     */
    @Override
    public void close() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a model cannot be closed by the listener of its own request; cancel it first");
        }
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                networks.close();
                closing.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw new StyleCodesException("the model " + id() + " was closed; open it again");
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
