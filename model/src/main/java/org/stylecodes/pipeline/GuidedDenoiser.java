package org.stylecodes.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.Guidance;
import org.stylecodes.Placement;
import org.stylecodes.sampler.solver.Denoiser;
import org.stylecodes.style.StyledUNet;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Workers;

/**
 * The network under classifier-free guidance (Ho and Salimans 2022). Input and output are float32.
 *
 * @param guidance with all defaults filled in
 * @param strength how much the style changes the base, 0 to 1
 * @param placement where the network is
 */
record GuidedDenoiser(StyledUNet unet, Conditions conditions, Guidance guidance, double strength, Placement placement)
        implements Denoiser {

    @Override
    public Tensor predict(Tensor latents, float timestep, int step, int steps) {
        boolean amplified = Objects.requireNonNull(guidance.textInterval()).contains(step, steps);
        boolean styled = conditions.style() != null
                && Objects.requireNonNull(guidance.styleInterval()).contains(step, steps);
        List<GuidanceTerm> terms = GuidanceTerm.of(guidance, amplified, styled);
        return Scope.of(() -> {
            Tensor placed = Devices.put(placement, latents);
            Tensor time = Devices.put(placement.device(), Tensors.of(new float[] {timestep}, 1));
            return predictions(terms, placed, time).stream().reduce(Tensor::add).orElseThrow();
        });
    }

    private List<Tensor> predictions(List<GuidanceTerm> terms, Tensor latents, Tensor time) {
        if (sideBySide()) {
            return Workers.tensors(terms.stream()
                    .map(term -> (Supplier<Tensor>) () -> sum(List.of(term), latents, time))
                    .toList());
        }
        return terms.stream().collect(Collectors.partitioningBy(GuidanceTerm::styled)).values().stream()
                .filter(group -> !group.isEmpty())
                .map(group -> sum(group, latents, time))
                .toList();
    }

    private boolean sideBySide() {
        return placement.device().kind() == Device.Kind.CPU
                && !Networks.isLarge(unet.base().config());
    }

    // Two predictions by the same networks are one batch, so that every layer reads its weights once.
    private Tensor sum(List<GuidanceTerm> terms, Tensor latents, Tensor time) {
        boolean one = terms.size() == 1;
        Prompt prompts = !one ? conditions.both() : terms.get(0).prompt() ? conditions.prompt() : conditions.negative();
        Tensor predicted = unet.forward(
                        one ? latents : latents.expand(terms.size(), -1, -1, -1),
                        time,
                        prompts.context(),
                        prompts.pooled(),
                        terms.get(0).styled() ? conditions.style() : null,
                        strength)
                .to(ScalarType.Float);
        Tensor sum = Layers.scaled(predicted.narrow(0, 0, 1), terms.get(0).share());
        return one
                ? sum
                : sum.add(Layers.scaled(predicted.narrow(0, 1, 1), terms.get(1).share()));
    }
}
