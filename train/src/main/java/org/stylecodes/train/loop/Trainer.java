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
 * The training loop of every stage, with data-parallel replicas that share one set of weights, AdamW, averaged weights and
 * checkpoints.
 *
 * <p>A run is a folder. If it is started again with the same settings, it continues from its last checkpoint and ends with the same bytes
 * as a run that was never stopped, because all random numbers come from the seed and the step, and every sum has a fixed order.
 */
public final class Trainer {
    private final Stage stage;
    private final TrainingPlan plan;
    private final Path run;
    private final ReportListener listener;
    private volatile boolean stopping;

    /** Receives the reports of a run, on the thread that called {@link Trainer#run()}. */
    @FunctionalInterface
    public interface ReportListener {
        /** Called after a line of metrics was written. If it returns false, the run writes a checkpoint, exports and ends. */
        boolean onReport(MetricsLog.Report report);
    }

    /**
     * Makes a trainer.
     *
     * @param stage the stage to train
     * @param plan the schedule of the training
     * @param run the folder for checkpoints and metrics, created if it does not exist
     * @param listener receives the reports
     */
    public Trainer(Stage stage, TrainingPlan plan, Path run, ReportListener listener) {
        this.stage = stage;
        this.plan = plan;
        this.run = run;
        this.listener = listener;
    }

    /**
     * Trains to the end, or until the listener returns false, and exports the averaged weights. If the process is asked to terminate
     * meanwhile, it finishes the current step, writes a checkpoint and ends without an export.
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
            boolean continuing = true;
            long step = state.step();
            for (; step < plan.steps() && continuing && !stopping; step++) {
                metrics.add(replicas.step(step));
                boolean last = step + 1 == plan.steps();
                if ((step + 1) % plan.validationSteps() == 0 || last) {
                    metrics.validated(validate(averaged));
                }
                if ((step + 1) % plan.reportSteps() == 0 || last) {
                    continuing = listener.onReport(metrics.report(step + 1));
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
            // The process is shutting down. The hook is already running, and ends because the run has ended.
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
