package org.stylecodes.sampler.solver;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Tensors;

/**
 * An output of the denoiser, with everything that a solver needs for the next step.
 *
 * @param path the trajectory of the run
 * @param index the index of this call, from 0
 * @param latents the input of the denoiser before scaling
 * @param output the output of the denoiser
 * @param clean the clean latents that the output implies
 * @param history what the solver kept from the previous step
 * @param source supplies fresh noise
 */
record Evaluation(
        Trajectory path,
        int index,
        Tensor latents,
        Tensor output,
        Tensor clean,
        List<Tensor> history,
        NoiseSource source) {

    NoiseSchedule schedule() {
        return path.schedule();
    }

    int timestep() {
        return (int) path.timestep(index);
    }

    Level here() {
        return path.level(index);
    }

    Level next() {
        return path.level(index + 1);
    }

    Level before() {
        return path.level(index - 1);
    }

    boolean isLast() {
        return index == path.length() - 1;
    }

    /** The distance between two timesteps, rounded down. DDIM, DDPM and PNDM step by this distance, whatever the spacing. */
    int stride() {
        return schedule().timesteps() / path.steps();
    }

    /** The part of the variance that is signal at a timestep, or {@code beyond} if the trajectory ends before that timestep. */
    float alphaBar(int timestep, float beyond) {
        return timestep < 0 ? beyond : schedule().alphaBar(timestep);
    }

    /** The clean latents, clipped if the schedule says so. If the schedule says nothing, {@code byDefault} decides. */
    Tensor clipped(boolean byDefault) {
        Boolean clip = schedule().options().clipSample();
        if (!(clip == null ? byDefault : clip)) {
            return clean;
        }
        double range = schedule().options().clipRange();
        return clean.clamp(new ScalarOptional(new Scalar(-range)), new ScalarOptional(new Scalar(range)));
    }

    /** Fresh noise in the shape of the latents, on their device. */
    Tensor noise() {
        return source.normal(Tensors.shape(latents)).to(latents);
    }
}
