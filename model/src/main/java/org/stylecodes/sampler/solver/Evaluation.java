package org.stylecodes.sampler.solver;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Tensors;

/**
 * An answer of the denoiser, with all that a solver may look at to go on from it.
 *
 * @param path the run
 * @param index which answer this is, from 0
 * @param latents what was denoised, before scaling
 * @param output the answer
 * @param clean the clean latents that it implies
 * @param history what the solver kept from the step before
 * @param source of fresh noise
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

    /** How far apart two timesteps lie, rounded down; DDIM and its kin step by this, whatever the spacing. */
    int stride() {
        return schedule().timesteps() / path.steps();
    }

    /** The signal's part at an earlier timestep, or the given one when the way ends before it. */
    float alphaBar(int timestep, float beyond) {
        return timestep < 0 ? beyond : schedule().alphaBar(timestep);
    }

    /** The clean latents, clipped if the schedule says so, or by default. */
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
