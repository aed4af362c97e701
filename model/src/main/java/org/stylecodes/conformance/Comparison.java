package org.stylecodes.conformance;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Tensors;

/** Collects the comparisons of one case. The comparison with the largest error relative to its bound is reported. */
final class Comparison {
    /** The relative error allowed for networks in float32. */
    static final double NETWORK = 1e-4;

    /** The relative error allowed for samplers in float32. */
    static final double SAMPLER = 1e-5;

    private double error;
    private double bound;
    private double severity = -1; // error / bound of the reported comparison
    private String where = "";

    /** Requires equal shapes, and max|expected - actual| of at most bound * max|expected|. */
    void close(String what, Tensor expected, Tensor actual, double bound) {
        long[] wanted = Tensors.shape(expected);
        long[] found = Tensors.shape(actual);
        if (!Arrays.equals(wanted, found)) {
            String shapes = " has shape " + Arrays.toString(found) + ", expected " + Arrays.toString(wanted);
            note(what + shapes, Double.POSITIVE_INFINITY, bound);
            return;
        }
        close(what, Tensors.floats(expected), Tensors.floats(actual), bound);
    }

    void close(String what, float[] expected, float[] actual, double bound) {
        double largest = 0;
        double difference = expected.length == actual.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            double here = Math.abs((double) expected[i] - actual[i]);
            difference = Math.max(difference, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
        }
        note(what, difference == 0 ? 0 : difference / largest, bound);
    }

    /** Requires |expected - actual| of at most bound * |expected|. */
    void close(String what, double expected, double actual, double bound) {
        double difference = Math.abs(expected - actual);
        note(what, difference == 0 ? 0 : difference / Math.abs(expected), bound);
    }

    /** Requires equal numbers. The error is the fraction of numbers that differ. */
    void equal(String what, float[] expected, float[] actual) {
        int wrong = Math.abs(expected.length - actual.length);
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            wrong += expected[i] == actual[i] ? 0 : 1;
        }
        note(what, (double) wrong / Math.max(1, expected.length), 0);
    }

    /** As {@link #equal(String, float[], float[])}. */
    void equal(String what, long[] expected, long[] actual) {
        int wrong = Math.abs(expected.length - actual.length);
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            wrong += expected[i] == actual[i] ? 0 : 1;
        }
        note(what, (double) wrong / Math.max(1, expected.length), 0);
    }

    /** Requires equal objects. */
    void equal(String what, Object expected, Object actual) {
        boolean same = expected.equals(actual);
        note(same ? what : what + " is " + actual + ", expected " + expected, same ? 0 : 1, 0);
    }

    /** Requires equal sizes, and samples that differ by at most {@code bound} levels of 0..255. */
    void levels(String what, Picture expected, Picture actual, int bound) {
        byte[] wanted = expected.rgb();
        byte[] found = actual.rgb();
        if (expected.width() != actual.width() || wanted.length != found.length) {
            note(what + " is " + actual + ", expected " + expected, Double.POSITIVE_INFINITY, bound);
            return;
        }
        int largest = 0;
        for (int i = 0; i < wanted.length; i++) {
            largest = Math.max(largest, Math.abs((wanted[i] & 255) - (found[i] & 255)));
        }
        note(what + ", levels", largest, bound);
    }

    Result result(String name) {
        if (severity < 0) {
            return Result.brokenOff(name, "the case has nothing to compare");
        }
        return new Result(name, severity <= 1 ? Result.Status.PASS : Result.Status.FAIL, error, bound, where);
    }

    void note(String what, double error, double bound) {
        double severity = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error == 0 ? 0 : error / bound;
        if (severity > this.severity) {
            this.severity = severity;
            this.error = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            this.bound = bound;
            this.where = what;
        }
    }
}
