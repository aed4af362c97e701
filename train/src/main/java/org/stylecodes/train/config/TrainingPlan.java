package org.stylecodes.train.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Engine;

/**
 * The schedule and the optimizer settings of a training run. All stages have the same.
 *
 * @param seed the seed of the sampling of data and of all noise; the initial weights depend only on the stage
 * @param steps the total number of optimizer steps; may be changed for a run that continues, until the learning rate begins to fall
 * @param batch samples per step, divided evenly among the replicas
 * @param replicas how many parts of the batch are computed side by side; they share the CPU threads of {@link Engine#threads()}. The default
 *     is one on a card. On the CPU it is the largest number that divides the batch and gives each replica a thread of its own, because
 *     only some operations of a replica with several threads use all of them
 * @param rate the highest learning rate
 * @param warmup the number of steps in which the learning rate rises from 0
 * @param decay the fraction of the steps, 0..1, at the end of which the learning rate falls to 0
 * @param beta1 decay of AdamW's first moment
 * @param beta2 decay of AdamW's second moment
 * @param weightDecay decoupled weight decay
 * @param clip the gradient norm above which gradients are scaled down
 * @param ema decay of the averaged weights, which are the result of the run
 * @param checkpointSeconds time between checkpoints
 * @param reportSteps steps between two lines of metrics
 * @param validationSteps steps between two validations
 * @param precision of products in forward passes: float32, or bfloat16 with weights in float32; the default is float32
 * @param checkpointing whether the activations of a UNet are computed again for their gradients instead of being kept, which takes less
 *     memory and more time; the default is false
 * @param device computes the run: cpu, cuda or cuda:N; the default is cpu
 */
public record TrainingPlan(
        long seed,
        long steps,
        int batch,
        Integer replicas,
        double rate,
        int warmup,
        double decay,
        double beta1,
        double beta2,
        double weightDecay,
        double clip,
        double ema,
        int checkpointSeconds,
        int reportSteps,
        int validationSteps,
        Precision precision,
        Boolean checkpointing,
        String device) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws InvalidRequestException if a value is out of range */
    public TrainingPlan {
        precision = precision == null ? Precision.FLOAT32 : precision;
        checkpointing = checkpointing == null ? Boolean.FALSE : checkpointing;
        device = Device.parse(device == null ? "cpu" : device).toString();
        replicas = replicas == null ? defaultReplicas(batch, Device.parse(device)) : replicas;
        if (precision == Precision.FLOAT16) {
            throw new InvalidRequestException(
                    "precision is float16, where small gradients become zero; expected float32 or bfloat16");
        }
        Bounds.atLeast("steps", steps, 1);
        Bounds.atLeast("replicas", replicas, 1);
        Bounds.atLeast("batch", batch, replicas);
        if (batch % replicas != 0) {
            throw new InvalidRequestException(
                    "batch is " + batch + ", expected a multiple of the " + replicas + " replicas");
        }
        Bounds.atLeast("warmup", warmup, 0);
        Bounds.atLeast("checkpointSeconds", checkpointSeconds, 1);
        Bounds.atLeast("reportSteps", reportSteps, 1);
        Bounds.atLeast("validationSteps", validationSteps, 1);
        Bounds.positive("rate", rate, 1);
        Bounds.within("decay", decay, 0, 1);
        Bounds.within("beta1", beta1, 0, 0.99999);
        Bounds.within("beta2", beta2, 0, 0.99999);
        Bounds.within("weightDecay", weightDecay, 0, 1);
        Bounds.positive("clip", clip, Double.MAX_VALUE);
        Bounds.within("ema", ema, 0, 0.99999999);
    }

    private static int defaultReplicas(int batch, Device device) {
        int replicas = device.kind() == Device.Kind.CPU ? Math.min(batch, Engine.threads()) : 1;
        while (replicas > 1 && batch % replicas != 0) {
            replicas--;
        }
        return Math.max(1, replicas);
    }

    /** The learning rate of a step, counted from 0. */
    public double rateAt(long step) {
        double warmupFactor = warmup == 0 ? 1 : Math.min(1, (step + 1.0) / warmup);
        return rate * Math.min(warmupFactor, decayFactorAt(step));
    }

    /**
     * Whether a run that began with another plan can continue with this plan and end as if it had followed this plan from the start. That
     * holds if the plans differ only in the number of steps, and the learning rate has not begun to fall in either of them.
     *
     * @param begun the other plan
     * @param taken the number of steps taken with the other plan
     */
    public boolean continues(TrainingPlan begun, long taken) {
        return equals(begun)
                || taken <= steps && equals(begun.withSteps(steps)) && !isDecaying(taken) && !begun.isDecaying(taken);
    }

    private boolean isDecaying(long taken) {
        return taken > 0 && decayFactorAt(taken - 1) < 1;
    }

    private TrainingPlan withSteps(long other) {
        return new TrainingPlan(
                seed,
                other,
                batch,
                replicas,
                rate,
                warmup,
                decay,
                beta1,
                beta2,
                weightDecay,
                clip,
                ema,
                checkpointSeconds,
                reportSteps,
                validationSteps,
                precision,
                checkpointing,
                device);
    }

    /**
     * The device.
     *
     * @throws org.stylecodes.error.EnvironmentException if this machine does not have it
     */
    public Device place() {
        Device place = Device.parse(device);
        Devices.requireAvailable(place);
        return place;
    }

    private double decayFactorAt(long step) {
        return decay == 0 ? 1 : Math.min(1, (steps - step) / (decay * steps));
    }

    /** The plan as JSON, for {@link #ofJson}. */
    public String toJson() {
        return JSON.valueToTree(this).toString();
    }

    /**
     * Reads a plan that {@link #toJson} wrote.
     *
     * @param file the file that contains it, for messages
     */
    public static TrainingPlan ofJson(Path file, String json) {
        try {
            return JSON.readValue(json, TrainingPlan.class);
        } catch (JsonProcessingException malformed) {
            throw new ModelFormatException(
                    file.toString(),
                    "plan",
                    -1,
                    "cannot be read: " + malformed.getOriginalMessage() + " in " + json,
                    malformed);
        }
    }

    /** The decay of the averaged weights at a step. It is small at first, so that the initial weights are forgotten quickly. */
    public double emaAt(long step) {
        return Math.min(ema, (1.0 + step) / (10.0 + step));
    }
}
