package org.stylecodes.train.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Segments;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.TrainingException;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.model.StageProvenance;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.train.stage.Stage;

/**
 * The training loop of every stage: data-parallel replicas that share one set of weights, AdamW, averaged weights,
 * checkpoints.
 *
 * <p>A run is a folder. Started again with the same settings it goes on from its last checkpoint and ends with the same
 * bytes as a run that was never stopped: all random numbers come from the seed and the step, and every sum has a fixed order.
 */
public final class Trainer {
    private final Stage stage;
    private final TrainingPlan plan;
    private final Path run;
    private final ReportListener listener;
    private volatile boolean stopping;

    /** Is told of the run; called by the thread that called {@link Trainer#run()}. */
    @FunctionalInterface
    public interface ReportListener {
        /** A line of metrics was written. Returning false ends the run after a checkpoint. */
        boolean onReport(MetricsLog.Report report);
    }

    /**
     * @param stage what is trained
     * @param plan how
     * @param run the folder of checkpoints and metrics; made where it is missing
     * @param listener is told of progress
     */
    public Trainer(Stage stage, TrainingPlan plan, Path run, ReportListener listener) {
        this.stage = stage;
        this.plan = plan;
        this.run = run;
        this.listener = listener;
    }

    /**
     * Trains to the end, or until the listener wants no more, and exports the averaged weights. When the process is told to end
     * meanwhile, it ends after the step at hand and a checkpoint.
     */
    public void run() {
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            stopping = true;
            awaitQuietly(finished);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            train();
        } finally {
            finished.countDown();
            remove(hook);
        }
    }

    private void train() {
        Engine.threads(1);
        List<Parameters> gradients = new ArrayList<>();
        try (TrainingState state = TrainingState.latest(run, stage, plan);
                Replicas replicas = new Replicas(plan.replicas());
                MetricsLog metrics = MetricsLog.append(run, plan, state.step(), state.seconds())) {
            Parameters weights = state.weights();
            AdamW optimizer = new AdamW(
                    plan,
                    weights.flat(),
                    state.first().flat(),
                    state.second().flat(),
                    state.average().flat());
            List<Stage.Objective> objectives = new ArrayList<>();
            for (int i = 0; i < plan.replicas(); i++) {
                gradients.add(weights.zeros());
                objectives.add(stage.objective(weights.trainable(gradients.get(i))));
            }
            Autocast autocast = new Autocast(plan.place(), plan.precision());
            Stage.Objective averaged = stage.objective(
                    Weights.inPlace("the averaged weights", state.average().views()));

            boolean wanted = true;
            long step = state.step();
            for (; step < plan.steps() && wanted && !stopping; step++) {
                long now = step;
                List<Map<String, Double>> terms =
                        replicas.each(i -> backward(objectives.get(i), autocast, gradients.get(i), now, i));
                List<Double> squares = replicas.each(i -> sum(gradients, shard(weights, i)));
                double norm = Math.sqrt(
                        squares.stream().mapToDouble(Double::doubleValue).sum());
                if (!Double.isFinite(norm)) {
                    throw new TrainingException("the loss ran away at step " + step + " (gradient norm " + norm
                            + "); lower the rate and start in a new run folder");
                }
                replicas.each(i -> update(optimizer, gradients.get(0), shard(weights, i), norm, now));
                metrics.add(terms, norm);
                boolean last = step + 1 == plan.steps();
                if ((step + 1) % plan.validationSteps() == 0 || last) {
                    metrics.validated(validate(averaged));
                }
                if ((step + 1) % plan.reportSteps() == 0 || last) {
                    wanted = listener.onReport(metrics.report(step + 1));
                }
                if (metrics.secondsSinceCheckpoint() >= plan.checkpointSeconds()) {
                    state.at(step + 1, metrics.seconds()).write(run);
                    metrics.checkpointed();
                }
            }
            state.at(step, metrics.seconds()).write(run);
            if (!stopping) {
                export(state, step, metrics.seconds());
            }
        } finally {
            gradients.forEach(Parameters::close);
        }
    }

    private void export(TrainingState state, long step, double seconds) {
        try (Parameters averaged = state.average().onProcessor()) {
            stage.export(
                    new TreeMap<>(averaged.views()),
                    new StageProvenance(stage.name(), stage.settings(), plan, step, seconds, version()));
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already, and ends now that the run has.
        }
    }

    private static String version() {
        String version = Trainer.class.getPackage().getImplementationVersion();
        return version == null ? "not packaged" : version;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Double> backward(
            Stage.Objective objective, Autocast autocast, Parameters gradient, long step, int replica) {
        Stage.BatchSeed batch = new Stage.BatchSeed(plan.seed(), step, replica, plan.batch() / plan.replicas());
        return Scope.get(() -> {
            try (GradientCheckpointing parts = new GradientCheckpointing(autocast)) {
                gradient.flat().zero_();
                Segments segments = plan.checkpointing() ? parts : Segments.ONCE;
                Stage.Loss loss = autocast.run(() -> objective.loss(batch, segments));
                Map<String, Double> terms = new TreeMap<>();
                terms.put("loss", loss.total().item_double());
                loss.terms().forEach((name, term) -> terms.put(name, term.item_double()));
                loss.total().div(new Scalar(plan.replicas())).backward();
                parts.backward();
                return terms;
            }
        });
    }

    // Adds the shard of every replica's gradient into the first one's; returns the sum of squares.
    private static double sum(List<Parameters> gradients, long[] shard) {
        return Scope.get(() -> {
            Tensor total = gradients.get(0).flat().narrow(0, shard[0], shard[1]);
            for (Parameters other : gradients.subList(1, gradients.size())) {
                total.add_(other.flat().narrow(0, shard[0], shard[1]));
            }
            return total.dot(total).item_double();
        });
    }

    private boolean update(AdamW optimizer, Parameters gradient, long[] shard, double norm, long step) {
        Scope.run(() -> {
            Tensor clipped = gradient.flat().narrow(0, shard[0], shard[1]);
            if (norm > plan.clip()) {
                clipped.mul_(new Scalar(plan.clip() / norm));
            }
            optimizer.step(clipped, shard[0], shard[1], step);
        });
        return true;
    }

    private static Map<String, Double> validate(Stage.Objective averaged) {
        return Scope.get(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                return averaged.validate();
            }
        });
    }

    // The numbers that one thread updates: first index and count.
    private long[] shard(Parameters weights, int replica) {
        long from = weights.size() * replica / plan.replicas();
        long to = weights.size() * (replica + 1) / plan.replicas();
        return new long[] {from, to - from};
    }
}
