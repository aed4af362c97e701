package org.stylecodes.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One case of an archive.
 *
 * @param name the name in reports
 * @param file the path below the archive's root
 * @param check computes and compares the case
 */
record Case(String name, String file, Check check) {
    private static final Map<Pattern, Check> CHECKS = checks();

    // The first pattern that matches a file decides.
    private static Map<Pattern, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("cases/tokenizer\\.json", TextChecks::tokenizer);
        checks.put("cases/text_encoder\\.safetensors", TextChecks::textEncoder);
        checks.put("cases/preprocess\\.safetensors", PictureChecks::preprocess);
        checks.put("cases/image_encoder\\.safetensors", PictureChecks::imageEncoder);
        checks.put("cases/vae\\.safetensors", PictureChecks::vae);
        checks.put("cases/unet_.*\\.safetensors", UNetChecks::unet);
        checks.put("cases/control_.*\\.safetensors", UNetChecks::control);
        checks.put("cases/train_step\\.safetensors", TrainStepCheck::run);
        checks.put("cases/autoencoder\\.safetensors", CodeChecks::autoencoder);
        checks.put("cases/codes\\.json", CodeChecks::codes);
        checks.put("cases/noise\\.json", SamplerChecks::noise);
        checks.put("cases/schedulers/timesteps\\.json", SamplerChecks::timesteps);
        checks.put("cases/schedulers/.*\\.safetensors", SamplerChecks::scheduler);
        checks.put("cases/pipeline_.*\\.safetensors", PipelineCheck::run);
        checks.put("cases/lora\\.safetensors", (archive, file, comparison) -> {
            throw new SkippedException("LoRA is not supported");
        });
        checks.put("cases/.*", (archive, file, comparison) -> {
            throw new SkippedException("cases of this name are not supported");
        });
        checks.put("names/.*\\.json", NamesCheck::run);
        checks.put("[^/]*single-file\\.(safetensors|ckpt)", FileChecks::singleFile);
        checks.put("[^/]*vae-old-names\\.safetensors", FileChecks::oldVae);
        checks.put("[^/]*/stylecodes\\.bin", FileChecks::pickledStyle);
        Map<Pattern, Check> compiled = new LinkedHashMap<>();
        checks.forEach((pattern, check) -> compiled.put(Pattern.compile(pattern), check));
        return compiled;
    }

    /** The cases of an archive, in the order of their files. Files of models and pictures are not cases. */
    static List<Case> all(Archive archive) {
        List<Case> cases = new ArrayList<>();
        for (String file : archive.files()) {
            CHECKS.entrySet().stream()
                    .filter(entry -> entry.getKey().matcher(file).matches())
                    .findFirst()
                    .ifPresent(entry -> cases.add(new Case(name(file), file, entry.getValue())));
        }
        return cases;
    }

    private static String name(String file) {
        return file.replaceFirst("^cases/", "").replaceFirst("\\.(safetensors|json)$", "");
    }
}
