package org.stylecodes.pipeline;

import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Placement;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.code.StyleCode;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.Quantizer;
import org.stylecodes.tensor.Devices;

/**
 * The conditioning of a request, computed once and used in all steps. Its tensors belong to the scope that it was made in.
 *
 * @param both a batch of two rows: the negative prompt, then the prompt
 * @param style the style map and the values of the code, or null if the request has no style
 */
record Conditions(Prompt prompt, Prompt negative, Prompt both, ControlUNet.@Nullable Input style) {
    /** @param request with all defaults filled in */
    static Conditions of(Request request, Networks networks) {
        boolean styled = !request.styles().isEmpty() && Objects.requireNonNull(request.strength()) > 0;
        boolean plainSide = !styled || request.guidance().mode() == GuidanceMode.JOINT;
        Prompt prompt = Prompt.of(request.prompt(), networks);
        Prompt negative = Prompt.of(request.negative(), networks);
        return new Conditions(
                prompt.prepared(networks, styled),
                negative.prepared(networks, !plainSide),
                negative.beside(prompt).prepared(networks, !plainSide),
                styled ? style(request.mix(), Objects.requireNonNull(request.size()), networks) : null);
    }

    private static ControlUNet.Input style(StyleCode code, Size size, Networks networks) {
        Placement placement = networks.placement();
        Tensor values = Devices.put(placement.device(), Quantizer.valuesOf(List.of(code)));
        Configs configs = networks.configs();
        Tensor map = networks.autoencoder()
                .decode(values, configs.bottleneck(size.height()), configs.bottleneck(size.width()));
        int factor = configs.vae().factor();
        return networks.unet()
                .control()
                .prepare(
                        new ControlUNet.Input(Devices.put(placement, map), Devices.put(placement, values)),
                        size.height() / factor,
                        size.width() / factor);
    }
}
