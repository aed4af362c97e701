package org.stylecodes.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.clip.SpecialTokens;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.clip.Vocabulary;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.format.JsonFile;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.Published;
import org.stylecodes.pipeline.BuiltInModel;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * Model folders with random weights in half precision. The weights are what training would start from, so what they draw means nothing, but
 * takes as long as with trained weights. The numbers stay finite.
 */
public final class RandomModel {
    private static final long SEED = 1;
    private static final int CLIP_TOKENS = 49_408;
    private static final int CLIP_LENGTH = 77;

    private RandomModel() {}

    /** The sizes of a random model. */
    public enum Sizes {
        /** Stable Diffusion 1.5 with SigLIP and the released style branch, 3.5 GB. */
        SD15,
        /** The built-in model. */
        NANO
    }

    /**
     * Writes a folder of these sizes.
     *
     * @throws org.stylecodes.error.EnvironmentException if a file cannot be written
     */
    public static void write(Path folder, Sizes sizes) {
        switch (sizes) {
            case SD15 -> write(folder, part -> {});
            case NANO -> writeLikeBuiltIn(folder);
        }
    }

    /**
     * Writes a folder of the full size of Stable Diffusion 1.5 with SigLIP and the released style branch.
     *
     * @param folder made if there is none
     * @param writing is told the name of each part before it is written
     * @throws org.stylecodes.error.EnvironmentException if a file cannot be written
     */
    public static void write(Path folder, Consumer<String> writing) {
        Configs configs = Configs.published();
        for (Part part : Part.values()) {
            writing.accept(part.folder());
            JsonNode config = part == Part.STYLE ? withoutDefaults(configs.style()) : Published.json(part.folder());
            write(folder, part, configs, config);
        }
        JsonFile.write(folder.resolve("scheduler/scheduler_config.json"), Published.json("scheduler"));
        JsonFile.write(folder.resolve("image_encoder/preprocessor_config.json"), preprocessor());
        tokenizer().write(folder.resolve("tokenizer"));
        JsonFile.write(
                folder.resolve("model_index.json"),
                JsonNodeFactory.instance.objectNode().put("_class_name", "StableDiffusionPipeline"));
    }

    // Without defaults, older versions can read the folder too, and each version draws with its own.
    private static JsonNode withoutDefaults(StyleConfig style) {
        ObjectNode json = style.toJson();
        json.remove("defaults");
        return json;
    }

    private static void writeLikeBuiltIn(Path folder) {
        try (BuiltInModel builtIn = BuiltInModel.find(RandomModel.class.getClassLoader());
                ModelFolder model = ModelFolder.open(builtIn.folder());
                Stream<Path> files = Files.walk(builtIn.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(builtIn.folder().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            Configs configs = Configs.of(model, StyleConfig.of(model.config(Part.STYLE)));
            for (Part part : Part.values()) {
                write(
                        folder,
                        part,
                        configs,
                        JsonFile.read(folder.resolve(part.folder()).resolve("config.json")));
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot write a model to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path folder, Part part, Configs configs, JsonNode config) {
        Map<String, Tensor> tensors = new TreeMap<>();
        try {
            Scope.run(() -> {
                Generator generator = torch.make_generator_cpu(SEED);
                configs.request(part, Weights.fresh(tensors, generator));
                ModelFolder.write(folder, part.folder(), config, tensors, true);
            });
        } finally {
            tensors.values().forEach(Tensor::close);
        }
    }

    private static JsonNode preprocessor() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("image_processor_type", "SiglipImageProcessor")
                .put("do_resize", true)
                .put("do_rescale", true)
                .put("do_normalize", true)
                .put("resample", 3);
        json.putObject("size").put("height", 224).put("width", 224);
        for (String statistic : List.of("image_mean", "image_std")) {
            ArrayNode channels = json.putArray(statistic);
            channels.add(0.5).add(0.5).add(0.5);
        }
        return json;
    }

    // Single bytes, without a word; the special tokens have the ids that CLIP gives them.
    private static Tokenizer tokenizer() {
        Map<String, Integer> ids = new LinkedHashMap<>(Vocabulary.of(List.of()).ids());
        ids.put(Vocabulary.START, CLIP_TOKENS - 2);
        ids.put(Vocabulary.END, CLIP_TOKENS - 1);
        return Tokenizer.of(new Vocabulary(ids, List.of(), KnownWords.ANY), SpecialTokens.clip(), CLIP_LENGTH);
    }
}
