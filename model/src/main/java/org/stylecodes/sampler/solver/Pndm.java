package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;
import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Pseudo numerical methods for diffusion models (Liu et al. 2022) in the form without Runge-Kutta steps, also called PLMS. The second
 * timestep is evaluated twice, to correct the first step.
 *
 * <p>The history is up to three earlier outputs of the denoiser, the newest first. After the first step, it is that step's output and
 * input.
 */
record Pndm() implements Solver {

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.discrete(schedule, steps, Ddim.finalAlphaBar(schedule, false))
                .from(first)
                .secondTwice();
    }

    @Override
    public State step(Evaluation at) {
        if (at.index() == 0) {
            return State.of(transfer(at, at.latents(), at.output(), at.timestep()), at.output(), at.latents());
        }
        if (at.index() == 1) {
            Tensor first = at.history().get(0);
            Tensor mean = scaled(at.output().add(first), 0.5);
            return State.of(transfer(at, at.history().get(1), mean, at.timestep() + at.stride()), first);
        }
        List<Tensor> outputs = new ArrayList<>(List.of(at.output()));
        outputs.addAll(at.history());
        Tensor next = transfer(at, at.latents(), multistep(outputs), at.timestep());
        return new State(next, outputs.subList(0, Math.min(outputs.size(), 3)));
    }

    /** Adams-Bashforth of order 2 to 4. */
    private static Tensor multistep(List<Tensor> outputs) {
        double[] weights =
                switch (outputs.size()) {
                    case 2 -> new double[] {3 / 2.0, -1 / 2.0};
                    case 3 -> new double[] {23 / 12.0, -16 / 12.0, 5 / 12.0};
                    default -> new double[] {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0};
                };
        Tensor sum = scaled(outputs.get(0), weights[0]);
        for (int i = 1; i < weights.length; i++) {
            sum = sum.add(scaled(outputs.get(i), weights[i]));
        }
        return sum;
    }

    /** Equation 9: moves one stride from a timestep, with a prediction of the noise. */
    private static Tensor transfer(Evaluation at, Tensor latents, Tensor output, int timestep) {
        NoiseSchedule schedule = at.schedule();
        float here = schedule.positiveAlphaBar(timestep);
        float next = at.alphaBar(timestep - at.stride(), Ddim.finalAlphaBar(schedule, false));
        Tensor noise = schedule.predictionType().noise(latents, output, Level.ofAlphaBar(here));
        float divisor = here * sqrt(1 - next) + sqrt(here * (1 - here) * next);
        return weighted(latents, sqrt(next / here), noise, -(next - here) / divisor);
    }
}
