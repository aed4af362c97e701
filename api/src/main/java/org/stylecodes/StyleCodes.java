package org.stylecodes;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.image.Picture;

/**
 * A model that encodes pictures as style codes and draws requests as pictures.
 *
 * <pre>{@code
 * try (StyleCodes model = StyleCodes.nano()) { // or StyleCodes.open(Path.of("models/sd15"))
 *     StyleCode style = model.encode(Pictures.read(Path.of("van-gogh.jpg")));
 *     Picture picture = model.generate(Request.of("a house on a hill").style(style).seed(238)).first();
 * }
 * }</pre>
 *
 * <p>Models are thread-safe. A model works on one request at a time, in the order of the calls, because one request keeps all
 * processors busy. The result of a request does not depend on the thread. Weights are read when they are first needed.
 */
public interface StyleCodes extends AutoCloseable {
    /**
     * Opens the built-in model on the processor, in the precision in which the processor is fastest. It needs the artifact
     * {@code stylecodes-nano} on the class path.
     *
     * @throws EnvironmentException if the artifact is missing
     */
    static StyleCodes nano() {
        return nano(Placement.fastest(Device.CPU));
    }

    /**
     * Opens the built-in model on a device. It needs the artifact {@code stylecodes-nano} on the class path.
     *
     * @throws EnvironmentException if the artifact is missing, or this build cannot use the device on this machine
     */
    static StyleCodes nano(Placement placement) {
        return provider().nano(placement);
    }

    /**
     * Opens a model on the processor, in the precision in which the processor is fastest.
     *
     * @param path a diffusers pipeline folder with {@code image_encoder} and {@code style}, in which the released
     *     {@code stylecodes.safetensors} or {@code stylecodes.bin} may take the place of {@code style}; or a single-file checkpoint of
     *     the SD1.5 family in a folder that has the parts that the checkpoint lacks
     * @throws org.stylecodes.error.ModelFormatException if a part is missing or damaged, or the parts do not fit together
     */
    static StyleCodes open(Path path) {
        return open(path, Placement.fastest(Device.CPU));
    }

    /**
     * Opens a model on a device. The noise of a seed is the same on all devices, so a seed gives the same picture up to rounding.
     *
     * @param path as in {@link #open(Path)}
     * @param placement the placement of the networks that draw; codes are always computed in float32
     * @throws org.stylecodes.error.ModelFormatException if a part is missing or damaged, or the parts do not fit together
     * @throws EnvironmentException if this build cannot use the device on this machine
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

    /** Returns the model's id in shared codes. */
    default String id() {
        return info().id();
    }

    /** Returns the description and the defaults of the model. */
    ModelInfo info();

    /** Returns a code in the form for sharing, which names this model. */
    default SharedCode share(StyleCode code) {
        return new SharedCode(id(), code);
    }

    /**
     * Encodes pictures as one style code.
     *
     * @param pictures one picture, or several whose codes are mixed with equal weights
     * @throws IllegalArgumentException if there are no pictures
     * @throws IllegalStateException if the model is closed
     * @throws org.stylecodes.error.ModelFormatException if weights, which are read when they are first needed, are damaged
     * @throws org.stylecodes.error.NativeMemoryException if there is too little memory for the weights or the work
     * @throws org.stylecodes.error.CancelledException if the thread is interrupted; its interrupt status stays set
     */
    StyleCode encode(Picture... pictures);

    /**
     * Returns the 20 values of a picture's style before they are rounded to the levels of a code.
     *
     * @throws IllegalStateException if the model is closed
     * @throws org.stylecodes.error.ModelFormatException if weights, which are read at their first use, are damaged
     * @throws org.stylecodes.error.NativeMemoryException if there is too little memory for the weights or the work
     * @throws org.stylecodes.error.CancelledException if the thread is interrupted; its interrupt status stays set
     */
    float[] styleValues(Picture picture);

    /**
     * Draws the pictures of a request.
     *
     * @throws org.stylecodes.error.InvalidRequestException if this model cannot draw the request
     * @throws org.stylecodes.code.InvalidCodeException if a style was shared for another model
     * @throws IllegalStateException if the model is closed
     * @throws org.stylecodes.error.ModelFormatException if weights, which are read when they are first needed, are damaged, or if they give
     *     pixels that are not finite
     * @throws org.stylecodes.error.NativeMemoryException if there is too little memory for the weights or the work; smaller pictures need
     *     less
     * @throws org.stylecodes.error.EnvironmentException if the pixels are not finite in float16, which may be too narrow for the model
     * @throws org.stylecodes.error.CancelledException if the request's listener cancels it, or if the thread is interrupted while it
     *     waits for another request, reads weights or draws. The interrupt status stays set, and the model can be used again
     */
    Generation generate(Request request);

    /**
     * Draws a random code from the distribution of the codes that the model saw in training. The same seed gives the same code.
     *
     * @throws org.stylecodes.error.InvalidRequestException if the model does not record that distribution
     */
    StyleCode random(long seed);

    /**
     * Waits for the request in progress and then frees the model's memory. A closed model neither encodes nor draws.
     *
     * @throws IllegalStateException if a listener of that request calls this method
     */
    @Override
    void close();

    /** Opens models. The artifact {@code stylecodes-model} has the implementation; programs do not implement this interface. */
    interface Provider {
        /** Implements {@link StyleCodes#nano(Placement)}. */
        StyleCodes nano(Placement placement);

        /** Implements {@link StyleCodes#open(Path, Placement)}. */
        StyleCodes open(Path path, Placement placement);
    }
}
