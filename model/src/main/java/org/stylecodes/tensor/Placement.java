package org.stylecodes.tensor;

import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.StyleCodesException;

/**
 * Where the weights of networks lie, and the type of their numbers.
 *
 * @param device where they lie and what computes
 * @param precision of weights and of what passes between layers
 */
public record Placement(Device device, Precision precision) {
    /** The processor, in float32. */
    public static final Placement CPU = new Placement(Device.CPU, Precision.FLOAT32);

    /** A device, in float32. */
    public static Placement on(Device device) {
        return new Placement(device, Precision.FLOAT32);
    }

    /**
     * This placement, if this build on this machine has it.
     *
     * @throws StyleCodesException if the device is not there, or is slow in that precision
     */
    public Placement available() {
        device.available();
        if (device.kind() == Device.Kind.CPU && precision != Precision.FLOAT32) {
            throw new StyleCodesException(
                    "the processor is slow in " + precision.name().toLowerCase(Locale.ROOT)
                            + "; use float32, as which it reads weights of half precision, or the device cuda");
        }
        return this;
    }

    /** The same device in float32. */
    public Placement exact() {
        return on(device);
    }

    /** The tensor on the device and in the precision: the same one where it is so already, or a copy. */
    public Tensor put(Tensor tensor) {
        return device.put(tensor, precision.type());
    }
}
