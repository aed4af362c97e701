package org.stylecodes;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.image.Picture;

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
 * <p>Threads may share a model. It does one request at a time, in the order in which they were made, because one request keeps
 * all processors busy. Weights are read when they are first needed. What a request gives does not depend on the thread.
 */
public interface StyleCodes extends AutoCloseable {
    /**
     * The built-in model, which needs the artifact {@code stylecodes-nano} on the class path.
     *
     * @throws EnvironmentException if the artifact is not there
     */
    static StyleCodes nano() {
        return nano(Placement.CPU);
    }

    /**
     * As {@link #nano()}, on another device.
     *
     * @throws EnvironmentException if the artifact is not there, or this build on this machine does not have the placement
     */
    static StyleCodes nano(Placement placement) {
        return provider().nano(placement);
    }

    /**
     * The model in a folder: a diffusers pipeline folder with {@code image_encoder} and {@code style}, or with the released
     * {@code stylecodes.safetensors} or {@code stylecodes.bin} in the place of {@code style}. Or a single-file checkpoint of the
     * SD1.5 family in a folder that has the parts which it does not hold.
     *
     * @throws org.stylecodes.error.ModelFormatException if a part is missing or damaged, or the parts do not fit each other
     */
    static StyleCodes open(Path path) {
        return open(path, Placement.CPU);
    }

    /**
     * As {@link #open(Path)}, on another device. Noise is drawn alike on all, so a seed means the same picture, up to rounding.
     *
     * @param placement of the networks that draw; a code is always made in float32
     * @throws EnvironmentException if this build on this machine does not have the placement
     */
    static StyleCodes open(Path path, Placement placement) {
        return provider().open(path, placement);
    }

    private static Provider provider() {
        return ServiceLoader.load(Provider.class, StyleCodes.class.getClassLoader())
                .findFirst()
                .orElseThrow(() ->
                        new EnvironmentException("the class path lacks META-INF/services/" + Provider.class.getName()
                                + " of the artifact stylecodes-model; if jars were merged, merge that file too"));
    }

    /** The model's id in shared codes. */
    default String id() {
        return info().id();
    }

    /** What the model is, and what it chooses where a request says nothing. */
    ModelInfo info();

    /** The form of a code that names this model, for others to use. */
    default SharedCode share(StyleCode code) {
        return new SharedCode(id(), code);
    }

    /**
     * The style code of pictures.
     *
     * @param pictures one, or several whose codes are mixed in equal parts
     * @throws IllegalArgumentException if there are none
     * @throws IllegalStateException if the model is closed
     * @throws org.stylecodes.error.ModelFormatException if weights, which are read at their first use, are damaged
     * @throws org.stylecodes.error.NativeMemoryException if there is too little memory for the weights or the work
     * @throws org.stylecodes.error.CancelledException if the thread is interrupted; its interrupt status stays set
     */
    StyleCode encode(Picture... pictures);

    /**
     * The numbers of a picture's style before they are rounded to the levels of a code: as many as a code has symbols.
     *
     * @throws IllegalStateException if the model is closed
     * @throws org.stylecodes.error.ModelFormatException if weights, which are read at their first use, are damaged
     * @throws org.stylecodes.error.NativeMemoryException if there is too little memory for the weights or the work
     * @throws org.stylecodes.error.CancelledException if the thread is interrupted; its interrupt status stays set
     */
    float[] styleValues(Picture picture);

    /**
     * Draws what a request asks for.
     *
     * @throws org.stylecodes.error.InvalidRequestException if this model cannot draw it
     * @throws org.stylecodes.code.InvalidCodeException if a style was shared for another model
     * @throws IllegalStateException if the model is closed
     * @throws org.stylecodes.error.ModelFormatException if weights, which are read at their first use, are damaged, or they give pixels
     *     that are not finite
     * @throws org.stylecodes.error.NativeMemoryException if there is too little memory for the weights or the work; smaller pictures need
     *     less
     * @throws org.stylecodes.error.EnvironmentException if the pixels are not finite in float16, which may be too narrow for the model
     * @throws org.stylecodes.error.CancelledException if the request's listener cancels, or the thread is interrupted, whose interrupt
     *     status stays set; it may be waiting for another request then, reading weights or drawing. The model can be used again
     */
    Generation generate(Request request);

    /**
     * A code that looks like a style: drawn from the distribution of the codes that the model saw in training. The same seed
     * gives the same code.
     *
     * @throws org.stylecodes.error.InvalidRequestException if the model does not know that distribution
     */
    StyleCode random(long seed);

    /**
     * Frees the model's memory, after the request in progress. Afterwards the model encodes and draws nothing more.
     *
     * @throws IllegalStateException if a listener of that request asks for it
     */
    @Override
    void close();

    /** Opens models. The artifact {@code stylecodes-model} provides one; programs do not implement it. */
    interface Provider {
        /** As {@link StyleCodes#nano(Placement)}. */
        StyleCodes nano(Placement placement);

        /** As {@link StyleCodes#open(Path, Placement)}. */
        StyleCodes open(Path path, Placement placement);
    }
}
