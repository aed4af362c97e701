package org.stylecodes.train.loop;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Scope;
import org.stylecodes.train.config.TrainingPlan;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), applied to ranges of one flat tensor. */
record AdamW(TrainingPlan plan, Tensor weights, Tensor first, Tensor second, Tensor average) {
    private static final double EPSILON = 1e-8;

    /**
     * Takes one step on the elements {@code from} to {@code from + count}, and updates their average.
     *
     * @param gradient (count)
     * @param step counted from 0
     */
    void step(Tensor gradient, long from, long count, long step) {
        double rate = plan.rateAt(step);
        double correction1 = 1 - Math.pow(plan.beta1(), step + 1.0);
        double correction2 = 1 - Math.pow(plan.beta2(), step + 1.0);
        Scope.run(() -> {
            Tensor w = weights.narrow(0, from, count);
            Tensor m = first.narrow(0, from, count);
            Tensor v = second.narrow(0, from, count);
            m.lerp_(gradient, new Scalar(1 - plan.beta1()));
            v.mul_(new Scalar(plan.beta2())).addcmul_(gradient, gradient, new Scalar(1 - plan.beta2()));
            Tensor deviation =
                    v.sqrt().mul_(new Scalar(1 / Math.sqrt(correction2))).add_(new Scalar(EPSILON));
            w.mul_(new Scalar(1 - rate * plan.weightDecay()));
            w.addcdiv_(m, deviation, new Scalar(-rate / correction1));
            average.narrow(0, from, count).lerp_(w, new Scalar(1 - plan.emaAt(step)));
        });
    }
}
