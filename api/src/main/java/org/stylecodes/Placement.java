package org.stylecodes;

/**
 * The device that holds the weights of networks, and the precision of their numbers.
 *
 * @param device the device that holds the weights and computes
 * @param precision the precision of weights and activations
 */
public record Placement(Device device, Precision precision) {
    /** The processor, in float32. */
    public static final Placement CPU = new Placement(Device.CPU, Precision.FLOAT32);

    /** Returns the placement on a device in the precision in which it is fastest, which is {@link Precision#fastest}. */
    public static Placement fastest(Device device) {
        return new Placement(device, Precision.fastest(device));
    }

    /** Returns the placement on a device in float32. */
    public static Placement on(Device device) {
        return new Placement(device, Precision.FLOAT32);
    }

    /** Returns the placement on the same device in float32. */
    public Placement exact() {
        return on(device);
    }
}
