package org.stylecodes.studio.gallery;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.tensor.SymmetricEigen;

/**
 * Where styles lie on a map: the two principal components of the codes that the model saw in training, not of those in the
 * gallery, so that a style keeps its place whatever else is kept. Immutable.
 */
public final class StyleMap {
    private static final int SAMPLES = 2000; // of the model's distribution, always the same ones

    private final double[] mean;
    private final double[][] axes; // unit vectors
    private final double[] spreads; // standard deviations along them

    /**
     * A place.
     *
     * @param x 0 to 1
     * @param y 0 to 1
     */
    public record Place(double x, double y) {}

    private StyleMap(double[] mean, double[][] axes, double[] spreads) {
        this.mean = mean;
        this.axes = axes;
        this.spreads = spreads;
    }

    /** The map of a model's styles. */
    public static StyleMap of(StyleCodes model) {
        return of(CodeDistribution.of(
                LongStream.range(0, SAMPLES).mapToObj(seed -> code(model, seed)).toList()));
    }

    /** The map of the styles of a distribution. */
    static StyleMap of(CodeDistribution codes) {
        List<SymmetricEigen.Pair> components = SymmetricEigen.of(codes.covariance());
        double[][] axes = new double[2][];
        double[] spreads = new double[2];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = components.get(i).vector();
            spreads[i] = Math.sqrt(Math.max(components.get(i).value(), 1e-9));
        }
        return new StyleMap(codes.mean(), axes, spreads);
    }

    /** The place of a style: half of all styles lie on either side of the middle, and none beyond the edges. */
    public Place place(StyleCode code) {
        return new Place(share(code, 0), share(code, 1));
    }

    private double share(StyleCode code, int axis) {
        double[] values = code.values();
        double along = 0;
        for (int i = 0; i < values.length; i++) {
            along += (values[i] - mean[i]) * axes[axis][i];
        }
        // The logistic function nearest to the normal distribution's.
        double share = 1 / (1 + Math.exp(-1.702 * along / spreads[axis]));
        return Math.round(share * 1e4) / 1e4;
    }

    private static StyleCode code(StyleCodes model, long seed) {
        try {
            return model.random(seed);
        } catch (StyleCodesException unknown) { // the released checkpoint does not say how its codes are distributed
            return StyleCode.uniform(new Random(seed));
        }
    }
}
