package org.stylecodes.train.config;

import org.stylecodes.error.InvalidRequestException;

/** Checks that settings are within bounds. Error messages name the setting. */
public final class Bounds {
    private Bounds() {}

    /** @throws InvalidRequestException if the value is below {@code least} */
    public static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new InvalidRequestException(name + " is " + value + ", expected at least " + least);
        }
    }

    /** @throws InvalidRequestException if the value is outside {@code least..most} */
    public static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidRequestException(name + " is " + value + ", expected " + least + " to " + most);
        }
    }

    /** @throws InvalidRequestException if the value is outside {@code least..most}, or NaN */
    public static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidRequestException(name + " is " + value + ", expected " + least + " to " + most);
        }
    }

    /** @throws InvalidRequestException if the value is not above 0, above {@code most}, or NaN */
    public static void positive(String name, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new InvalidRequestException(name + " is " + value + ", expected a number above 0"
                    + (most == Double.MAX_VALUE ? "" : " and at most " + most));
        }
    }

    /** @throws InvalidRequestException if the value is not a fraction, 0..1 */
    public static void share(String name, double value) {
        within(name, value, 0, 1);
    }

    /** @throws InvalidRequestException if the value is not a loss weight, 0..1e6 */
    public static void weight(String name, double value) {
        within(name, value, 0, 1e6);
    }
}
