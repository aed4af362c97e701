package org.stylecodes.conformance;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.code.StyleCode;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.Quantizer;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/** Checks of the UNet, alone and with its control branch. */
final class UNetChecks {
    private static final String WEIGHTS = "diffusion_pytorch_model.safetensors";

    private UNetChecks() {}

    static void unet(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        Tensor out = network(archive, file)
                .forward(
                        archive.input(file, "sample"),
                        timestep(archive, file),
                        Context.of(archive.input(file, "encoder_hidden_states")),
                        golden.names().contains("class_labels") ? archive.input(file, "class_labels") : null);
        comparison.close("out", golden.tensor("out"), out, Comparison.NETWORK);
    }

    static void control(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        Networks networks = archive.networks();
        Tensor sample = archive.input(file, "sample");
        StyleCode code = StyleCode.parseLegacy(archive.setting(file, "legacy_code"));
        Tensor out = networks.unet()
                .forward(
                        sample,
                        timestep(archive, file),
                        Context.of(archive.input(file, "encoder_hidden_states")),
                        null,
                        style(networks, Devices.put(archive.placement(), Quantizer.valuesOf(List.of(code))), sample),
                        Double.parseDouble(archive.setting(file, "scale")));
        comparison.close("out", golden.tensor("out"), out, Comparison.NETWORK);
    }

    /** The input of the control branch for latents (B, C, H, W) and the values of codes (B or 1, 20). */
    static ControlUNet.Input style(Networks networks, Tensor values, Tensor latents) {
        int factor = networks.configs().vae().factor();
        int height = networks.configs().bottleneck((int) latents.size(2) * factor);
        int width = networks.configs().bottleneck((int) latents.size(3) * factor);
        ControlUNet.Input style = new ControlUNet.Input(networks.autoencoder().decode(values, height, width), values);
        return networks.unet().control().prepare(style, latents.size(2), latents.size(3));
    }

    /** The model's UNet, or for {@code unet_scale_shift_16x16} that of a folder whose name ends with {@code unet-scale-shift}. */
    private static UNet network(Archive archive, String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("_[^_]*\\.safetensors$", "");
        for (String kind = name; kind.contains("_"); kind = kind.substring(0, kind.lastIndexOf('_'))) {
            String folder = archive.folderWith(WEIGHTS, kind.replace('_', '-')).orElse("");
            if (!folder.isEmpty()) {
                Config config = Config.of(folder + "/config.json", archive.json(folder + "/config.json"));
                String weights = folder + "/" + WEIGHTS;
                return UNet.of(UNetConfig.of(config), archive.weights(weights));
            }
        }
        return archive.networks().unet().base();
    }

    private static Tensor timestep(Archive archive, String file) {
        return Tensors.of(new float[] {Float.parseFloat(archive.setting(file, "timestep"))}, 1);
    }
}
