package org.stylecodes.train.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.clip.SpecialTokens;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.clip.Vocabulary;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.format.Config;
import org.stylecodes.format.JsonFile;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.Safetensors;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.siglip.Preprocessor;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.vision.ImageEncoderConfig;

/**
 * A model folder during training. Stages read its configurations and the parts of earlier stages, and write their own parts.
 *
 * @param folder has the layout of a diffusers pipeline
 */
public record ModelParts(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The configuration of a part. It must exist before the part's stage runs. */
    public Config config(String part) {
        return Config.of(configFile(part).toString(), json(part));
    }

    /** The configuration of a part, as the JSON of its file. */
    public ObjectNode json(String part) {
        return read(configFile(part));
    }

    private static ObjectNode read(Path file) {
        return (ObjectNode) JsonFile.read(file);
    }

    /**
     * Opens the folder to read the weights of finished parts. The caller closes it.
     *
     * @throws InvalidRequestException if one of the parts has no weights
     */
    public ModelFolder open(Part... parts) {
        for (Part part : parts) {
            if (!hasWeights(folder.resolve(part.folder()))) {
                throw new InvalidRequestException("there are no weights in " + folder.resolve(part.folder())
                        + "; first run the stage that makes them, or copy those of an existing model there");
            }
        }
        return ModelFolder.open(folder);
    }

    private static boolean hasWeights(Path part) {
        if (!Files.isDirectory(part)) {
            return false;
        }
        try (Stream<Path> files = Files.list(part)) {
            return files.anyMatch(file ->
                    file.toString().endsWith(".safetensors") || file.toString().endsWith(".bin"));
        } catch (IOException failed) {
            throw new EnvironmentException("cannot read " + part + ": " + failed.getMessage(), failed);
        }
    }

    /** Copies the files of a template that the folder does not have. */
    public void copyMissing(Path template) {
        copy(template, folder);
    }

    private static void copy(Path template, Path folder) {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(template.relativize(file).toString());
                if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        } catch (IOException failed) {
            throw new EnvironmentException(
                    "cannot copy " + template + " to " + folder + ": " + failed.getMessage(), failed);
        }
    }

    /** The tensors by name of a part that is not one of {@link Part}, such as the judge. The caller closes them. */
    public Map<String, Tensor> tensors(String part) {
        Path file = ModelFolder.weightsFile(folder, part);
        if (!Files.exists(file)) {
            throw new InvalidRequestException(file + " is missing; first run the stage that makes it");
        }
        return Safetensors.load(file);
    }

    /**
     * Protects an existing image encoder from being replaced by the stage {@code vision}.
     *
     * @throws InvalidRequestException if the folder has weights of an image encoder that the stage did not train
     */
    public void requireOwnImageEncoder() {
        String made = notes().path("vision").path("settings").asText();
        if (hasWeights(folder.resolve("image_encoder")) && (made.isEmpty() || made.contains("tower=KEPT"))) {
            throw new InvalidRequestException(folder.resolve("image_encoder")
                    + " has weights that this stage did not train; choose in its settings what to do with them: \"tower\":"
                    + " \"kept\" makes codes with them as they are, and \"tower\": \"trained\" replaces them");
        }
    }

    /**
     * The preprocessor of the image encoder.
     *
     * @throws org.stylecodes.error.ModelFormatException if the configurations of preprocessor, image encoder and style part do not fit
     */
    public Preprocessor preprocessor(StyleConfig style, ImageEncoderConfig vision) {
        Configs.requireFit(configFile("style").toString(), style, vision);
        Path file = folder.resolve("image_encoder").resolve("preprocessor_config.json");
        return Preprocessor.of(Config.of(file.toString(), read(file)), style.preResize(), vision);
    }

    /** The tensors whose names have this prefix, under their names without it. */
    public static Map<String, Tensor> below(Map<String, Tensor> tensors, String prefix) {
        Map<String, Tensor> part = new TreeMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }

    /**
     * Makes a tokenizer with a token for each of these words, and writes its size to the configuration of the text encoder. Does nothing if
     * the folder already has a tokenizer.
     */
    public void makeTokenizer(List<String> words) {
        Path target = folder.resolve("tokenizer");
        if (Files.exists(target.resolve("vocab.json"))) {
            return;
        }
        Vocabulary vocabulary = Vocabulary.of(words);
        int length = json("text_encoder").get("max_position_embeddings").asInt();
        Tokenizer.of(vocabulary, SpecialTokens.clip(), length).write(target);
        describe(vocabulary);
    }

    /**
     * Copies the tokenizer of another model folder, and writes its size to the configuration of the text encoder. Does nothing if this folder
     * already has a tokenizer, or the other has none.
     */
    public void copyTokenizer(Path other) {
        Path from = other.resolve("tokenizer");
        Path target = folder.resolve("tokenizer");
        if (Files.exists(from.resolve("vocab.json")) && !Files.exists(target.resolve("vocab.json"))) {
            copy(from, target);
            describe(Tokenizer.open(target).vocabulary());
        }
    }

    private void describe(Vocabulary vocabulary) {
        ObjectNode text = json("text_encoder");
        text.put("vocab_size", vocabulary.ids().size())
                .put("bos_token_id", vocabulary.ids().get(Vocabulary.START))
                .put("eos_token_id", vocabulary.ids().get(Vocabulary.END));
        JsonFile.write(configFile("text_encoder"), text);
    }

    /** The tokenizer of the folder. */
    public Tokenizer tokenizer() {
        return Tokenizer.open(folder.resolve("tokenizer"));
    }

    /** The noise schedule of the folder. */
    public NoiseSchedule schedule() {
        Path file = folder.resolve("scheduler").resolve("scheduler_config.json");
        return NoiseSchedule.of(Config.of(file.toString(), read(file)));
    }

    /** Replaces the weights and the configuration of a part. */
    public void write(String part, Map<String, Tensor> tensors, JsonNode config) {
        ModelFolder.write(folder, part, config, tensors, false);
    }

    /** Records the provenance of a stage, for the model card and {@code style/config.json}. */
    public void note(StageProvenance provenance) {
        Path file = folder.resolve("provenance.json");
        ObjectNode notes = notes();
        notes.set(provenance.stage(), JSON.valueToTree(provenance));
        JsonFile.write(file, notes);
    }

    /** The provenance recorded so far, by stage. */
    public ObjectNode notes() {
        Path file = folder.resolve("provenance.json");
        return Files.exists(file) ? read(file) : JSON.createObjectNode();
    }

    private Path configFile(String part) {
        return folder.resolve(part).resolve("config.json");
    }
}
