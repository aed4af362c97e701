package org.stylecodes.train.loop;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Workers;
import org.stylecodes.train.config.TrainingPlan;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), applied to ranges of one flat tensor.
 *
 * <p>A range is processed in blocks. A block stays in the processor's cache during all operations, so memory is read and written once. The
 * blocks do not depend on the number of threads, and neither does the result.
 */
record AdamW(TrainingPlan plan, Tensor weights, Tensor first, Tensor second, Tensor average) {
    private static final double EPSILON = 1e-8;
    private static final long BLOCK = 1 << 16; // elements

    /**
     * Takes one step on the elements {@code from} to {@code from + count}, and updates their average.
     *
     * @param gradient (count); multiplied by {@code scale} in place
     * @param scale 1, or less for a gradient that is clipped
     * @param step counted from 0
     */
    void step(Tensor gradient, double scale, long from, long count, long step) {
        List<Runnable> blocks = new ArrayList<>();
        for (long start = 0; start < count; start += BLOCK) {
            long offset = start;
            long size = Math.min(BLOCK, count - start);
            blocks.add(() -> Scope.run(() -> block(gradient.narrow(0, offset, size), scale, from + offset, step)));
        }
        if (Engine.threads() == 1) {
            blocks.forEach(Runnable::run);
        } else {
            Workers.run(blocks);
        }
    }

    private void block(Tensor gradient, double scale, long from, long step) {
        double rate = plan.rateAt(step);
        double correction1 = 1 - Math.pow(plan.beta1(), step + 1.0);
        double correction2 = 1 - Math.pow(plan.beta2(), step + 1.0);
        long count = gradient.numel();
        Tensor w = weights.narrow(0, from, count);
        Tensor m = first.narrow(0, from, count);
        Tensor v = second.narrow(0, from, count);
        if (scale != 1) {
            gradient.mul_(new Scalar(scale));
        }
        m.lerp_(gradient, new Scalar(1 - plan.beta1()));
        v.mul_(new Scalar(plan.beta2())).addcmul_(gradient, gradient, new Scalar(1 - plan.beta2()));
        Tensor deviation = v.sqrt().mul_(new Scalar(1 / Math.sqrt(correction2))).add_(new Scalar(EPSILON));
        w.mul_(new Scalar(1 - rate * plan.weightDecay()));
        w.addcdiv_(m, deviation, new Scalar(-rate / correction1));
        average.narrow(0, from, count).lerp_(w, new Scalar(1 - plan.emaAt(step)));
    }
}
