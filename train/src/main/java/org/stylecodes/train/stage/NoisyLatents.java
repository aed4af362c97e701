package org.stylecodes.train.stage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.stylecodes.Device;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Tensors;

/**
 * Training samples of a denoiser: clean latents with the noise of a timestep added, and the targets of the prediction.
 *
 * @param noisy (B, C, h, w)
 * @param target of the same shape
 * @param timesteps (B), float32
 */
record NoisyLatents(Tensor noisy, Tensor target, Tensor timesteps) {
    /**
     * Adds noise to latents. The target is the noise, the velocity (Salimans and Ho 2022) or the clean latents, whichever the schedule's
     * prediction type is.
     *
     * @param clean (B, C, h, w)
     * @param noise of the same shape
     * @param timesteps one for each latent
     */
    static NoisyLatents of(NoiseSchedule schedule, Tensor clean, Tensor noise, int[] timesteps) {
        Tensor target =
                switch (schedule.predictionType()) {
                    case EPSILON -> noise;
                    case V_PREDICTION -> schedule.velocity(clean, noise, timesteps);
                    case SAMPLE -> clean;
                };
        float[] times = new float[timesteps.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = timesteps[i];
        }
        return new NoisyLatents(schedule.addNoise(clean, noise, timesteps), target, Tensors.of(times, times.length));
    }

    /** The same samples on a device. On the CPU they are in channels-last order, in which convolutions are fastest. */
    NoisyLatents on(Device device) {
        boolean cpu = device.kind() == Device.Kind.CPU;
        return new NoisyLatents(
                cpu ? noisy.contiguous(MemoryFormat.ChannelsLast) : Devices.put(device, noisy),
                Devices.put(device, target),
                Devices.put(device, timesteps));
    }

    /** The same timestep for a whole batch, from a time 0..1 of the schedule. */
    static int[] sameTime(int count, double time, int steps) {
        int[] times = new int[count];
        Arrays.fill(times, (int) (time * steps));
        return times;
    }

    /**
     * Stratified random timesteps for a batch. A quarter are uniform. The logits of the others have a logistic distribution around time
     * 0.6, where a base learns most.
     */
    static int[] middleTimes(int count, int steps, SplittableRandom random) {
        return times(count, steps, random, u -> {
            double spread = 0.4 + 0.55 * Math.log(u / (1 - u)); // logistic, with a standard deviation of 1
            return random.nextDouble() < 0.25 ? u : 1 / (1 + Math.exp(-spread));
        });
    }

    /** Stratified random timesteps for a batch: 70 % within 0.6..1, where nearly all of a style is decided, the others uniform. */
    static int[] earlyTimes(int count, int steps, SplittableRandom random) {
        return times(count, steps, random, u -> random.nextDouble() < 0.7 ? 0.6 + 0.4 * u : u);
    }

    private static int[] times(
            int count, int steps, SplittableRandom random, java.util.function.DoubleUnaryOperator shape) {
        int[] times = new int[count];
        for (int i = 0; i < count; i++) {
            double stratified = (i + random.nextDouble()) / count;
            times[i] = Math.min(steps - 1, (int) (shape.applyAsDouble(stratified) * steps));
        }
        return times;
    }
}
