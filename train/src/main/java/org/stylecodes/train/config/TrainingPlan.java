package org.stylecodes.train.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Devices;

/**
 * How long and how fast a stage trains; the same for all stages.
 *
 * @param seed decides what is drawn from the data and all noise; the weights start from a fixed draw of the stage
 * @param steps optimizer steps in all; may change while a run goes on, as long as the rate has not begun to fall
 * @param batch samples a step, divided evenly among the replicas
 * @param replicas threads that each compute the gradient of their share with one processor thread
 * @param rate the highest learning rate
 * @param warmup steps over which the rate rises from 0
 * @param decay the last part of the steps, 0..1, over which the rate falls to 0
 * @param beta1 decay of AdamW's first moment
 * @param beta2 decay of AdamW's second moment
 * @param weightDecay decoupled weight decay
 * @param clip the largest gradient norm
 * @param ema decay of the averaged weights, which are what is kept in the end
 * @param checkpointSeconds time between checkpoints
 * @param reportSteps steps between two lines of metrics
 * @param validationSteps steps between two validations
 * @param precision of products in forward passes: float32, or bfloat16 with weights that stay float32; float32 where nothing
 *     is said
 * @param checkpointing whether to make the parts of a UNet again for their gradients instead of keeping them, which takes less
 *     memory and more time; not where nothing is said
 * @param device what computes: cpu, cuda or cuda:N; cpu where nothing is said
 */
public record TrainingPlan(
        long seed,
        long steps,
        int batch,
        int replicas,
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

    /** Refuses values that no run can have. */
    public TrainingPlan {
        precision = precision == null ? Precision.FLOAT32 : precision;
        checkpointing = checkpointing == null ? Boolean.FALSE : checkpointing;
        device = Device.parse(device == null ? "cpu" : device).toString();
        if (precision == Precision.FLOAT16) {
            throw new InvalidRequestException(
                    "precision is float16, in which small gradients vanish; expected float32 or bfloat16");
        }
        Bounds.atLeast("steps", steps, 1);
        Bounds.atLeast("replicas", replicas, 1);
        Bounds.atLeast("batch", batch, replicas);
        if (batch % replicas != 0) {
            throw new InvalidRequestException("batch " + batch + " cannot be divided among " + replicas + " replicas");
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

    /** The learning rate of a step, counted from 0. */
    public double rateAt(long step) {
        double rising = warmup == 0 ? 1 : Math.min(1, (step + 1.0) / warmup);
        return rate * Math.min(rising, fallingAt(step));
    }

    /**
     * Whether a run that began by another plan may go on by this one and end as if it had been this one from the start: only
     * the count of steps differs, and the rate has begun to fall in neither.
     *
     * @param taken steps that were taken by the other
     */
    public boolean continues(TrainingPlan begun, long taken) {
        return equals(begun)
                || taken <= steps && equals(begun.withSteps(steps)) && !hasFallen(taken) && !begun.hasFallen(taken);
    }

    private boolean hasFallen(long taken) {
        return taken > 0 && fallingAt(taken - 1) < 1;
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

    /** The device, if this machine has it. */
    public Device place() {
        Device place = Device.parse(device);
        Devices.requireAvailable(place);
        return place;
    }

    private double fallingAt(long step) {
        return decay == 0 ? 1 : Math.min(1, (steps - step) / (decay * steps));
    }

    /** The plan as JSON, which {@link #ofJson} reads. */
    public String toJson() {
        return JSON.valueToTree(this).toString();
    }

    /**
     * Reads a plan that was written by {@link #toJson}.
     *
     * @param file where it was found, for the error
     */
    public static TrainingPlan ofJson(Path file, String json) {
        try {
            return JSON.readValue(json, TrainingPlan.class);
        } catch (JsonProcessingException malformed) {
            throw new ModelFormatException(
                    file.toString(), "plan", -1, "cannot be read: " + malformed.getOriginalMessage() + " in " + json);
        }
    }

    /** The decay of the averaged weights at a step: short memory at first, so that the start is forgotten. */
    public double emaAt(long step) {
        return Math.min(ema, (1.0 + step) / (10.0 + step));
    }
}
