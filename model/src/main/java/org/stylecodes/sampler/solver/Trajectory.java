package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.tensor.Scope;

/**
 * A sampler applied to a noise schedule with a number of steps: the timesteps at which the denoiser is called, the noisiest first.
 * Immutable and thread-safe.
 */
public final class Trajectory {
    private final Sampler sampler;
    private final NoiseSchedule schedule;
    private final int steps;
    private final Solver solver;
    private final Grid grid;

    /**
     * A trajectory that starts from pure noise.
     *
     * @param steps 1 to the number of training timesteps
     * @throws InvalidRequestException if the schedule does not allow this number of steps with this sampler
     */
    public static Trajectory of(Sampler sampler, NoiseSchedule schedule, int steps) {
        return new Trajectory(sampler, schedule, steps, 0);
    }

    private Trajectory(Sampler sampler, NoiseSchedule schedule, int steps, int first) {
        if (steps < 1 || steps > schedule.timesteps()) {
            throw new InvalidRequestException("steps is " + steps + "; expected 1 to " + schedule.timesteps()
                    + ", the number of timesteps that the model was trained with");
        }
        this.sampler = sampler;
        this.schedule = schedule;
        this.steps = steps;
        this.solver = Solver.of(sampler);
        this.grid = solver.grid(schedule, steps, first);
        if (level(0).signal() == 0 && schedule.predictionType() == PredictionType.EPSILON) {
            throw new InvalidRequestException(sampler.title() + " would start at timestep " + (int) timestep(0)
                    + ", where only noise is left, so predicting the noise gives no information; use another sampler");
        }
    }

    /** The sampler. */
    public Sampler sampler() {
        return sampler;
    }

    /** The schedule that the denoiser was trained with. */
    public NoiseSchedule schedule() {
        return schedule;
    }

    /** The number of steps from pure noise, also for a trajectory that leaves some of them out. */
    public int steps() {
        return steps;
    }

    /** The number of calls of the denoiser. Some samplers call it more often than they have steps. */
    public int length() {
        return grid.timesteps().length;
    }

    /** The timestep of a call, 0 to {@link #length()} - 1. */
    public float timestep(int call) {
        return grid.timesteps()[call];
    }

    /** The ratio of noise to signal at a call, 0 to {@link #length()} - 1, or at the end of the trajectory for {@link #length()}. */
    public float sigma(int call) {
        return level(call).sigma();
    }

    /**
     * The last part of this trajectory, for a run that starts from a picture and changes only part of it.
     *
     * @param strength the fraction of the steps to take, above 0 and at most 1
     * @throws InvalidRequestException if the strength is out of range or leaves no step
     */
    public Trajectory last(double strength) {
        int taken = Math.min((int) (steps * strength), steps);
        if (!(strength > 0 && strength <= 1) || taken < 1) {
            throw new InvalidRequestException("strength is " + strength + ", which leaves " + Math.max(taken, 0)
                    + " of " + steps + " steps; expected a number above 0 and at most 1 that leaves at least one step");
        }
        return new Trajectory(sampler, schedule, steps, steps - taken);
    }

    /** The latents that this trajectory starts from, made from standard normal noise. */
    public Tensor begin(Tensor noise) {
        return Arithmetic.scaled(noise, grid.start());
    }

    /** Clean latents with noise added, up to the noise level at the start of this trajectory. */
    public Tensor begin(Tensor clean, Tensor noise) {
        return Arithmetic.weighted(clean, level(0).signal(), noise, level(0).noise());
    }

    /**
     * Runs the sampler along the trajectory.
     *
     * @param denoiser called once for every timestep, in order
     * @param latents (B, C, H, W), made by {@code begin}
     * @param noise supplies fresh noise to samplers that add some
     * @param listener is called after every step
     * @return clean latents (B, C, H, W)
     * @throws CancelledException if the listener returns false or the thread is interrupted
     */
    public Tensor sample(Denoiser denoiser, Tensor latents, NoiseSource noise, StepListener listener) {
        return Scope.inference(() -> {
            TensorVector state = State.of(latents).pack();
            for (int i = 0; i < length(); i++) {
                TensorVector before = state;
                int call = i;
                state = Scope.of(() -> advance(denoiser, call, State.unpack(before), noise, listener)
                        .pack());
                before.close();
            }
            return State.unpack(state).latents();
        });
    }

    Level level(int call) {
        return grid.levels()[call];
    }

    private State advance(Denoiser denoiser, int call, State state, NoiseSource noise, StepListener listener) {
        Tensor latents = state.latents();
        Level level = level(call);
        Tensor scaled = level.scale() == 1 ? latents : latents.div(new Scalar(level.scale()));
        Tensor output = denoiser.predict(scaled, timestep(call), call, length());
        Tensor clean = schedule.predictionType().clean(latents, output, level);
        State next = solver.step(new Evaluation(this, call, latents, output, clean, state.history(), noise));
        if (!listener.onStep(new Step(call, length(), timestep(call), next.latents(), clean))) {
            throw new CancelledException("cancelled after step " + (call + 1) + " of " + length());
        }
        return next;
    }
}
