package org.stylecodes.train.stage;

import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.model.StageProvenance;

/** A stage of training: what is trained, with which loss, and where the result goes. {@link org.stylecodes.train.loop.Trainer} runs it. */
public interface Stage extends AutoCloseable {
    /** The name of the stage on the command line. */
    String name();

    /** The stage's settings and data in one line, without the plan. A run continues only if this line is the same. */
    String settings();

    /** The initial weights by name. The trainer copies and closes them. */
    Map<String, Tensor> initial();

    /** Makes the network with its loss. The weights have the names of {@link #initial()}. Called once for each replica. */
    Objective objective(Weights weights);

    /** Writes the averaged weights into the model folder. */
    void export(Map<String, Tensor> averaged, StageProvenance provenance);

    /** Frees the weights that the stage reads but does not train. The stage cannot be used afterwards. */
    @Override
    default void close() {}

    /** A network with its loss. Used by one thread at a time. */
    interface Objective {
        /**
         * The loss of one replica's share of a step, with gradients recorded.
         *
         * @param segments runs the segments of a UNet
         */
        Loss loss(BatchSeed batch, SegmentRunner segments);

        /** Measures the network on the validation data, without gradients. Every call uses the same samples and noise. */
        Map<String, Double> validate();
    }

    /**
     * A loss and its terms.
     *
     * @param total a scalar with gradients
     * @param terms scalars for the metrics
     */
    record Loss(Tensor total, Map<String, Tensor> terms) {}

    /**
     * Determines the random numbers of one replica in one step, so that a resumed run draws the same numbers as an uninterrupted one.
     *
     * @param seed the seed of the run
     * @param step counted from 0
     * @param replica counted from 0
     * @param count the number of samples to draw
     */
    record BatchSeed(long seed, long step, int replica, int count) {
        /** A random generator for choosing samples. */
        public SplittableRandom random() {
            return new SplittableRandom(mixed());
        }

        /** A source of noise. The caller closes it. */
        public Noise noise() {
            return Noise.of(mixed() >>> 1);
        }

        private long mixed() {
            long mixed = new SplittableRandom(seed).nextLong() ^ new SplittableRandom(step).nextLong();
            return new SplittableRandom(mixed + replica).nextLong();
        }
    }
}
