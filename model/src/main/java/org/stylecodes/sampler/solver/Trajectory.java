package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.tensor.Scope;

/**
 * A sampler laid over a noise schedule: the timesteps at which a denoiser is asked, from the noisiest on. Immutable and thread-safe.
 */
public final class Trajectory {
    private final Sampler sampler;
    private final NoiseSchedule schedule;
    private final int steps;
    private final Solver solver;
    private final Grid grid;

    /**
     * The whole way from pure noise.
     *
     * @param steps 1 to the number of timesteps in training
     * @throws InvalidRequestException if the schedule cannot be walked with so many steps
     */
    public static Trajectory of(Sampler sampler, NoiseSchedule schedule, int steps) {
        return new Trajectory(sampler, schedule, steps, 0);
    }

    private Trajectory(Sampler sampler, NoiseSchedule schedule, int steps, int first) {
        if (steps < 1 || steps > schedule.timesteps()) {
            throw new InvalidRequestException("steps must be 1 to " + schedule.timesteps()
                    + ", as the model was trained with those, not " + steps);
        }
        this.sampler = sampler;
        this.schedule = schedule;
        this.steps = steps;
        this.solver = Solver.of(sampler);
        this.grid = solver.grid(schedule, steps, first);
        if (level(0).signal() == 0 && schedule.predictionType() == PredictionType.EPSILON) {
            throw new InvalidRequestException(
                    sampler.title() + " would start at timestep " + (int) timestep(0)
                            + ", where nothing but noise is left and a prediction of the noise says nothing; use another sampler");
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

    /** The steps that the whole way from pure noise was asked to have. */
    public int steps() {
        return steps;
    }

    /** How often the denoiser is asked; some samplers ask more often than they have steps. */
    public int length() {
        return grid.timesteps().length;
    }

    /** The timestep of a call, 0 to {@link #length()} - 1. */
    public float timestep(int call) {
        return grid.timesteps()[call];
    }

    /** The ratio of noise to signal at a call, 0 to {@link #length()} - 1, and at {@link #length()} where the way ends. */
    public float sigma(int call) {
        return level(call).sigma();
    }

    /**
     * The end of this way that is left when a picture is given and only part of it should change.
     *
     * @param strength the part of the steps to take, above 0 to 1
     * @throws InvalidRequestException if that leaves no step
     */
    public Trajectory last(double strength) {
        int taken = Math.min((int) (steps * strength), steps);
        if (!(strength > 0 && strength <= 1) || taken < 1) {
            throw new InvalidRequestException("strength must be above 0 and at most 1 and leave a step of " + steps
                    + ", but " + strength + " leaves " + Math.max(taken, 0));
        }
        return new Trajectory(sampler, schedule, steps, steps - taken);
    }

    /** Standard normal numbers as the latents that this way starts from. */
    public Tensor begin(Tensor noise) {
        return Arithmetic.scaled(noise, grid.start());
    }

    /** Clean latents, noised to where this way starts. */
    public Tensor begin(Tensor clean, Tensor noise) {
        return Arithmetic.weighted(clean, level(0).signal(), noise, level(0).noise());
    }

    /**
     * Walks the way.
     *
     * @param denoiser called once for every timestep, in order
     * @param latents (B, C, H, W), as {@code begin} makes them
     * @param noise where fresh noise comes from, for samplers that add some
     * @param listener is told of every step
     * @return (B, C, H, W), clean
     * @throws CancelledException if the listener says so
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
