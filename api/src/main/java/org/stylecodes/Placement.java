package org.stylecodes;

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

    /** The same device in float32. */
    public Placement exact() {
        return on(device);
    }
}
