package org.stylecodes.train.loop;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.pytorch.NoGradGuard;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.model.StageProvenance;
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
        try (TrainingState state = TrainingState.latest(run, stage, plan);
                DataParallel replicas = new DataParallel(stage, plan, state);
                MetricsLog metrics = MetricsLog.append(run, plan, state.step(), state.seconds())) {
            Stage.Objective averaged = stage.objective(
                    Weights.inPlace("the averaged weights", state.average().views()));
            boolean wanted = true;
            long step = state.step();
            for (; step < plan.steps() && wanted && !stopping; step++) {
                metrics.add(replicas.step(step));
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

    private static Map<String, Double> validate(Stage.Objective averaged) {
        return Scope.get(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                return averaged.validate();
            }
        });
    }
}
