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
 * A map of styles along two principal components. These are the components of the codes that the model saw in training, not of
 * the codes in the gallery, so a style keeps its place when others are added or removed. Immutable.
 */
public final class StyleMap {
    private static final int SAMPLES = 2000; // drawn from the model's distribution with fixed seeds

    private final double[] mean;
    private final double[][] axes; // unit vectors
    private final double[] spreads; // standard deviations along the axes

    /**
     * A place on the map.
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

    /** The map for the codes of a model. */
    public static StyleMap of(StyleCodes model) {
        return of(CodeDistribution.of(
                LongStream.range(0, SAMPLES).mapToObj(seed -> code(model, seed)).toList()));
    }

    /** The map for a distribution of codes. */
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

    /**
     * The place of a style. Along each axis, half of all styles lie on either side of the middle, and none lies beyond the
     * edges.
     */
    public Place place(StyleCode code) {
        return new Place(share(code, 0), share(code, 1));
    }

    private double share(StyleCode code, int axis) {
        double[] values = code.values();
        double along = 0;
        for (int i = 0; i < values.length; i++) {
            along += (values[i] - mean[i]) * axes[axis][i];
        }
        // The logistic function that comes closest to the cumulative normal distribution.
        double share = 1 / (1 + Math.exp(-1.702 * along / spreads[axis]));
        return Math.round(share * 1e4) / 1e4;
    }

    private static StyleCode code(StyleCodes model, long seed) {
        try {
            return model.random(seed);
        } catch (StyleCodesException unknown) { // the released checkpoint has no such distribution
            return StyleCode.uniform(new Random(seed));
        }
    }
}
