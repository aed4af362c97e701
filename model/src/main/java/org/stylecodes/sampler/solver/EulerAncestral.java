package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;

import org.bytedeco.pytorch.Tensor;

/** Ancestral Euler sampling, as in k-diffusion: each step goes below the next noise level and adds fresh noise to reach it. */
record EulerAncestral() implements Solver {

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.exploding(schedule, steps, false, true).from(first);
    }

    @Override
    public State step(Evaluation at) {
        float from = at.here().noise();
        float to = at.next().noise();
        float up = sqrt(to * to * (from * from - to * to) / (from * from));
        float down = sqrt(to * to - up * up);
        Tensor mean = at.latents().add(scaled(Euler.derivative(at, at.clean()), down - from));
        return State.of(mean.add(scaled(at.noise(), up)));
    }
}
