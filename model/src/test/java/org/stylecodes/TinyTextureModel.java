package org.stylecodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.format.JsonFile;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Weights;

/**
 * A tiny model with the parts that neither diffusers nor transformers has: latents of 4 channels whose squares of 2x2 are folded, a base that
 * reads codes, and an image encoder of textures. Its text encoder is that of {@code tiny-sd15}; the other weights are random.
 */
public record TinyTextureModel(Path folder) {
    /** Writes the configurations and the text encoder, without the random weights. */
    public static TinyTextureModel configured(Path folder) {
        try {
            copy(
                    Path.of(Objects.requireNonNull(TinyTextureModel.class.getResource("/tiny-texture-model"))
                            .toURI()),
                    folder);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        copy(Golden.path("tiny-sd15/text_encoder"), folder.resolve("text_encoder"));
        copy(Golden.path("tiny-sd15/tokenizer"), folder.resolve("tokenizer"));
        return new TinyTextureModel(folder);
    }

    /** Writes the whole model. */
    public static TinyTextureModel in(Path folder) {
        TinyTextureModel model = configured(folder);
        model.writeWeights();
        return model;
    }

    /** Changes a value of the configuration of a part. */
    public TinyTextureModel with(Part part, String key, Object value) {
        Path file = folder.resolve(part.folder()).resolve("config.json");
        ObjectNode config = (ObjectNode) JsonFile.read(file);
        config.putPOJO(key, value);
        JsonFile.write(file, config);
        return this;
    }

    /** Writes random weights as the configurations say. */
    public void writeWeights() {
        try (ModelFolder opened = ModelFolder.open(folder)) {
            Configs configs = Configs.of(opened, StyleConfig.of(opened.config(Part.STYLE)));
            for (Part part : Part.values()) {
                if (part != Part.TEXT_ENCODER) {
                    Map<String, Tensor> tensors = new TreeMap<>();
                    configs.request(part, Weights.fresh(tensors, torch.make_generator_cpu(1)));
                    Path config = folder.resolve(part.folder()).resolve("config.json");
                    ModelFolder.write(folder, part.folder(), JsonFile.read(config), tensors, false);
                    tensors.values().forEach(Tensor::close);
                }
            }
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
