package org.stylecodes.train.loop;

import java.util.ArrayList;
import java.util.List;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.stage.Stage;

/**
 * How long the parts of a training step took, in seconds.
 *
 * @param forward the forward pass, the mean of all replicas
 * @param backward the backward pass, the mean of all replicas
 * @param optimizer the sum of the gradients and the update of the weights, the moments and the average
 */
public record StepTimes(double forward, double backward, double optimizer) {
    /**
     * Times the first steps of a stage, without a run folder.
     *
     * @param count how many steps; the first ones take longer
     */
    public static List<StepTimes> measure(Stage stage, TrainingPlan plan, int count) {
        List<StepTimes> times = new ArrayList<>();
        try (TrainingState state = TrainingState.start(stage, plan);
                DataParallel replicas = new DataParallel(stage, plan, state)) {
            for (int step = 0; step < count; step++) {
                times.add(replicas.step(step).times());
            }
        }
        return times;
    }

    /** The time of the whole step in seconds. */
    public double total() {
        return forward + backward + optimizer;
    }
}
