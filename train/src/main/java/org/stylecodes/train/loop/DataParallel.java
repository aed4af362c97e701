package org.stylecodes.train.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.train.stage.Stage;

/**
 * Takes optimizer steps with several replicas. Each replica computes the gradient of its share of the batch, and then updates its shard
 * of the weights. All replicas share one set of weights. Sums have a fixed order, so a step always gives the same bytes.
 */
final class DataParallel implements AutoCloseable {
    private final TrainingPlan plan;
    private final Replicas replicas;
    private final AdamW optimizer;
    private final Autocast autocast;
    private final List<Parameters> gradients = new ArrayList<>();
    private final List<Stage.Objective> objectives = new ArrayList<>();
    private final long size;

    /** @param state has the weights, their average and the moments; every step changes them in place */
    DataParallel(Stage stage, TrainingPlan plan, TrainingState state) {
        this.plan = plan;
        this.replicas = new Replicas(plan.replicas());
        this.optimizer = new AdamW(
                plan,
                state.weights().flat(),
                state.first().flat(),
                state.second().flat(),
                state.average().flat());
        this.autocast = new Autocast(plan.place(), plan.precision());
        this.size = state.weights().size();
        try {
            for (int i = 0; i < replicas.count(); i++) {
                gradients.add(state.weights().zeros());
                objectives.add(stage.objective(state.weights().trainable(gradients.get(i))));
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * The measurements of a step.
     *
     * @param terms the loss and its terms, for each replica
     * @param gradientNorm the norm of the gradient before clipping
     */
    record Measured(List<Map<String, Double>> terms, double gradientNorm) {}

    /**
     * Takes a step.
     *
     * @param step counted from 0
     * @throws DivergedException if the gradient is not finite; the weights are not changed then
     */
    Measured step(long step) {
        List<Map<String, Double>> terms = replicas.each(replica -> backward(step, replica));
        double norm = Math.sqrt(replicas.each(this::sumGradients).stream()
                .mapToDouble(Double::doubleValue)
                .sum());
        if (!Double.isFinite(norm)) {
            throw new DivergedException(step, norm);
        }
        replicas.each(replica -> update(step, replica, norm));
        return new Measured(terms, norm);
    }

    private Map<String, Double> backward(long step, int replica) {
        Stage.BatchSeed batch = new Stage.BatchSeed(plan.seed(), step, replica, plan.batch() / plan.replicas());
        return Scope.get(() -> {
            try (GradientCheckpointing parts = new GradientCheckpointing(autocast)) {
                gradients.get(replica).flat().zero_();
                SegmentRunner segments = plan.checkpointing() ? parts : SegmentRunner.ONCE;
                Stage.Loss loss = autocast.run(() -> objectives.get(replica).loss(batch, segments));
                Map<String, Double> terms = new TreeMap<>();
                terms.put("loss", loss.total().item_double());
                loss.terms().forEach((name, term) -> terms.put(name, term.item_double()));
                loss.total().div(new Scalar(plan.replicas())).backward();
                parts.backward();
                return terms;
            }
        });
    }

    // Adds the shards of all gradients to that of the first, and returns the sum of squares.
    private double sumGradients(int shard) {
        return Scope.get(() -> {
            Tensor total = shard(gradients.get(0), shard);
            for (Parameters other : gradients.subList(1, gradients.size())) {
                total.add_(shard(other, shard));
            }
            return total.dot(total).item_double();
        });
    }

    private boolean update(long step, int shard, double norm) {
        double scale = norm > plan.clip() ? plan.clip() / norm : 1;
        Scope.run(() -> optimizer.step(
                shard(gradients.get(0), shard), scale, start(shard), start(shard + 1) - start(shard), step));
        return true;
    }

    private Tensor shard(Parameters parameters, int shard) {
        return parameters.flat().narrow(0, start(shard), start(shard + 1) - start(shard));
    }

    private long start(int shard) {
        return size * shard / plan.replicas();
    }

    /** Waits for the replicas and frees the gradients. */
    @Override
    public void close() {
        replicas.close();
        gradients.forEach(Parameters::close);
    }
}
