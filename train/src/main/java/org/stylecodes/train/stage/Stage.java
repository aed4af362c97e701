package org.stylecodes.train.stage;

import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.model.StageProvenance;

/** One stage of training: what is trained, on what loss, and where the result goes. {@link org.stylecodes.train.loop.Trainer} runs it. */
public interface Stage extends AutoCloseable {
    /** The word by which the program knows the stage. */
    String name();

    /** What is learned from and how, beyond the plan, in a line; a run goes on only with the same. */
    String settings();

    /** The weights to start from, by name; the trainer copies them and closes them. */
    Map<String, Tensor> initial();

    /** The network over weights of the names that {@link #initial()} has. Each replica calls this once. */
    Objective objective(Weights weights);

    /** Writes the averaged weights to where later stages and the program read them. */
    void export(Map<String, Tensor> averaged, StageProvenance provenance);

    /** Frees what the stage reads and does not train; it cannot be used afterwards. */
    @Override
    default void close() {}

    /** A network with its loss; used by one thread at a time. */
    interface Objective {
        /**
         * The loss of one replica's share of a step, with gradients recorded.
         *
         * @param segments runs the parts of a UNet
         */
        Loss loss(BatchSeed batch, SegmentRunner segments);

        /** Measures on data that is not trained on, the same at every call; runs without gradients. */
        Map<String, Double> validate();
    }

    /**
     * A loss and the terms it is made of.
     *
     * @param total a scalar with gradients
     * @param terms scalars for the metrics
     */
    record Loss(Tensor total, Map<String, Tensor> terms) {}

    /**
     * What decides the random numbers of one replica at one step, so that a resumed run draws what an unbroken one draws.
     *
     * @param seed the run's
     * @param step counted from 0
     * @param replica counted from 0
     * @param count samples to draw
     */
    record BatchSeed(long seed, long step, int replica, int count) {
        /** A source for choices. */
        public SplittableRandom random() {
            return new SplittableRandom(mixed());
        }

        /** A source for noise; the caller closes it. */
        public Noise noise() {
            return Noise.of(mixed() >>> 1);
        }

        private long mixed() {
            long mixed = new SplittableRandom(seed).nextLong() ^ new SplittableRandom(step).nextLong();
            return new SplittableRandom(mixed + replica).nextLong();
        }
    }
}
