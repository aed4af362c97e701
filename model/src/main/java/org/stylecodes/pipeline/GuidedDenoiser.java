package org.stylecodes.pipeline;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Guidance;
import org.stylecodes.Placement;
import org.stylecodes.sampler.solver.Denoiser;
import org.stylecodes.style.StyledUNet;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/**
 * The network under classifier-free guidance (Ho and Salimans 2022). Input and output are float32.
 *
 * @param guidance with all defaults filled in
 * @param strength how far the base follows the control branch
 * @param placement where the network is
 */
record GuidedDenoiser(StyledUNet unet, Conditions conditions, Guidance guidance, double strength, Placement placement)
        implements Denoiser {

    @Override
    public Tensor predict(Tensor latents, float timestep, int step, int steps) {
        boolean amplified = guidance.textInterval().contains(step, steps);
        boolean styled = conditions.style() != null && guidance.styleInterval().contains(step, steps);
        List<GuidanceTerm> terms = GuidanceTerm.of(guidance, amplified, styled);
        return Scope.of(() -> {
            Tensor placed = Devices.put(placement, latents);
            Tensor time = Devices.put(placement.device(), Tensors.of(new float[] {timestep}, 1));
            return terms.stream()
                    .map(term -> share(term, placed, time))
                    .reduce(Tensor::add)
                    .orElseThrow();
        });
    }

    private Tensor share(GuidanceTerm term, Tensor latents, Tensor time) {
        Prompt prompt = term.prompt() ? conditions.prompt() : conditions.negative();
        Tensor predicted = unet.forward(
                latents, time, prompt.context(), prompt.pooled(), term.styled() ? conditions.style() : null, strength);
        return Layers.scaled(predicted.to(ScalarType.Float), term.share());
    }
}
