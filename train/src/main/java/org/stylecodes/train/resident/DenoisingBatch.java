package org.stylecodes.train.resident;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.Device;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Tensors;

/**
 * A batch of noisy latents with captions and codes, made on the device. The target is the velocity (Salimans and Ho 2022).
 *
 * @param indices (B), int64, the pictures
 * @param noisy (B, C, h, w), in the precision of training
 * @param target (B, C, h, w), float32
 * @param timesteps (B), float32
 * @param ids (B, tokens), int64, some captions empty
 * @param values (B, values of a code), the codes of other pictures of the same styles
 * @param styled (B, 1), 1 where the style takes part, 0 where it was dropped
 */
record DenoisingBatch(
        Tensor indices, Tensor noisy, Tensor target, Tensor timesteps, Tensor ids, Tensor values, Tensor styled) {
    /**
     * Draws a batch.
     *
     * @param early whether most times are among the noisiest, where nearly all of a style is decided
     * @param emptyCaptions the share of captions that are emptied
     * @param dropped the share of styles that are dropped
     */
    static DenoisingBatch draw(
            LatentBank latents,
            NoiseSchedule schedule,
            int count,
            boolean early,
            double emptyCaptions,
            double dropped,
            SplittableRandom random) {
        PictureBank bank = latents.bank();
        Device device = bank.placement().device();
        long[] chosen = new long[2 * count];
        float[] numbers = new float[5 * count]; // signal, deviation, timestep, caption kept, style kept
        for (int i = 0; i < count; i++) {
            long start = (long) latents.anyStyle(random) * bank.perStyle();
            int one = random.nextInt(bank.perStyle() - 1); // the last picture has no content and no caption
            chosen[i] = start + one;
            chosen[count + i] = start + (one + 1 + random.nextInt(bank.perStyle() - 1)) % bank.perStyle();
            double u = (i + random.nextDouble()) / count;
            double time = early
                    ? random.nextDouble() < 0.7 ? 0.6 + 0.4 * u : u
                    : random.nextDouble() < 0.25 ? u : 1 / (1 + Math.exp(-(0.4 + 0.55 * Math.log(u / (1 - u)))));
            int timestep = Math.min(schedule.timesteps() - 1, (int) (time * schedule.timesteps()));
            float alphaBar = schedule.alphaBar(timestep);
            numbers[i] = (float) Math.sqrt(alphaBar);
            numbers[count + i] = (float) Math.sqrt(1 - alphaBar);
            numbers[2 * count + i] = timestep;
            numbers[3 * count + i] = random.nextDouble() < emptyCaptions ? 0 : 1;
            numbers[4 * count + i] = random.nextDouble() < dropped ? 0 : 1;
        }
        Tensor rows = Batch.of(device, chosen);
        Tensor indices = rows.narrow(0, 0, count);
        Tensor table = Batch.put(device, Tensors.of(numbers, 5, count));
        Tensor signal = table.select(0, 0).view(-1, 1, 1, 1);
        Tensor deviation = table.select(0, 1).view(-1, 1, 1, 1);
        Tensor clean = latents.latents(indices);
        Tensor noise = torch.empty_like(clean).normal_();
        Tensor noisy = clean.mul(signal).add(noise.mul(deviation));
        Tensor target = noise.mul(signal).sub(clean.mul(deviation));
        Tensor kept = table.select(0, 3).view(-1, 1).gt(new Scalar(0.5));
        return new DenoisingBatch(
                indices,
                noisy.to(Devices.type(bank.placement().precision())).contiguous(torch.MemoryFormat.ChannelsLast),
                target,
                table.select(0, 2),
                torch.where(kept, latents.captions(indices), latents.empty()),
                latents.values(rows.narrow(0, count, count)),
                table.select(0, 4).view(-1, 1));
    }
}
