package org.stylecodes.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.code.StyleCode;
import org.stylecodes.format.Safetensors;
import org.stylecodes.pipeline.Diffusion;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.pipeline.StyleEncoder;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Tensors;

/** Checks the whole pipeline: from pixels to features to a code, and from a prompt, a code and a seed to latents and a picture. */
final class PipelineCheck {
    private static final Pattern NAME = Pattern.compile("cases/pipeline_(.*)_(style|plain)\\.safetensors");
    private static final int PICTURE_LEVELS = 1;

    private PipelineCheck() {}

    static void run(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        Networks networks = archive.networks();
        StyleCode code = StyleCode.parseLegacy(archive.setting(file, "legacy_code"));
        encode(golden, code, networks, comparison);

        Request request = request(archive, file, code);
        try (Noise noise = Noise.of(Objects.requireNonNull(request.seed()))) {
            Tensor expected = golden.tensor("noise");
            comparison.equal("noise", Tensors.floats(expected), Tensors.floats(noise.normal(Tensors.shape(expected))));
        }
        draw(golden, request, new Diffusion(networks), comparison);
    }

    private static void encode(Safetensors golden, StyleCode code, Networks networks, Comparison comparison) {
        StyleEncoder encoder = new StyleEncoder(networks);
        Tensor features = encoder.features(golden.tensor("pixel_values"));
        comparison.close("features", golden.tensor("features"), features, Comparison.NETWORK);
        Tensor latent = encoder.latent(features);
        comparison.close("latent_code", golden.tensor("latent_code"), latent, Comparison.NETWORK);
        comparison.equal(
                "code", List.of(code), networks.configs().style().quantizer().codes(latent));
    }

    private static void draw(Safetensors golden, Request request, Diffusion diffusion, Comparison comparison) {
        List<Float> timesteps = new ArrayList<>();
        Tensor recorded = golden.tensor("latents");
        Tensor clean = diffusion.latents(request, step -> {
            timesteps.add(step.timestep());
            if (step.index() < recorded.size(0)) {
                Tensor expected = recorded.narrow(0, step.index(), 1);
                comparison.close(
                        "latents after step " + (step.index() + 1), expected, step.latents(), Comparison.NETWORK);
            }
            return true;
        });
        float[] actual = new float[timesteps.size()];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = timesteps.get(i);
        }
        comparison.equal("timesteps", Tensors.floats(golden.tensor("timesteps")), actual);
        comparison.levels(
                "image", PictureChecks.picture(golden.tensor("image")), diffusion.decode(clean), PICTURE_LEVELS);
    }

    private static Request request(Archive archive, String file, StyleCode code) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new SkippedException(
                    "the name of a pipeline case must be pipeline_SCHEDULER_style or pipeline_SCHEDULER_plain");
        }
        Request request = Request.of(archive.setting(file, "prompt"))
                .negative(archive.setting(file, "negative_prompt"))
                .guidance(Guidance.reference(Double.parseDouble(archive.setting(file, "guidance")))
                        .textWithin(Interval.ALL)
                        .styleWithin(Interval.ALL))
                .strength(Double.parseDouble(archive.setting(file, "style_strength")))
                .steps(Integer.parseInt(archive.setting(file, "steps")))
                .sampler(Sampler.of(name.group(1)))
                .size(
                        Integer.parseInt(archive.setting(file, "width")),
                        Integer.parseInt(archive.setting(file, "height")))
                .seed(Long.parseLong(archive.setting(file, "seed")));
        return name.group(2).equals("style") ? request.style(code) : request;
    }
}
