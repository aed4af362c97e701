package org.stylecodes.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.format.TemporaryFolder;

/**
 * The built-in model, found on the class path. If it is inside a jar, it is unpacked to a temporary folder.
 *
 * @param folder the model folder on disk
 * @param unpacked whether the folder is a temporary copy, which {@link #close} deletes
 */
public record BuiltInModel(Path folder, boolean unpacked) implements AutoCloseable {
    private static final String ROOT = "org/stylecodes/nano/";
    private static final String INDEX = "model_index.json";

    // The files of a model folder of this project. They are listed here because not every class loader can list a jar.
    private static final List<String> FILES = List.of(
            INDEX,
            "image_encoder/config.json",
            "image_encoder/model.safetensors",
            "image_encoder/preprocessor_config.json",
            "scheduler/scheduler_config.json",
            "style/config.json",
            "style/diffusion_pytorch_model.safetensors",
            "text_encoder/config.json",
            "text_encoder/model.safetensors",
            "tokenizer/merges.txt",
            "tokenizer/special_tokens_map.json",
            "tokenizer/tokenizer_config.json",
            "tokenizer/vocab.json",
            "unet/config.json",
            "unet/diffusion_pytorch_model.safetensors",
            "vae/config.json",
            "vae/diffusion_pytorch_model.safetensors");

    /**
     * Finds the model. The caller closes it.
     *
     * @throws EnvironmentException if the class path has no built-in model, or the model cannot be unpacked
     */
    public static BuiltInModel find(ClassLoader classPath) {
        URL index = classPath.getResource(ROOT + INDEX);
        if (index == null) {
            throw new EnvironmentException(
                    "the built-in model is not on the class path; add the artifact stylecodes-nano, or open a model folder");
        }
        try {
            return index.getProtocol().equals("file")
                    ? new BuiltInModel(
                            Objects.requireNonNull(Path.of(index.toURI()).getParent()), false)
                    : unpack(classPath);
        } catch (URISyntaxException | IOException e) {
            throw new EnvironmentException("cannot unpack the built-in model: " + e.getMessage(), e);
        }
    }

    /** Deletes the temporary copy, if there is one. */
    @Override
    public void close() {
        if (unpacked) {
            new TemporaryFolder(folder).close();
        }
    }

    private static BuiltInModel unpack(ClassLoader classPath) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("stylecodes-nano");
        try {
            for (String name : FILES) {
                CancelledException.throwIfInterrupted();
                try (@Nullable InputStream resource = classPath.getResourceAsStream(ROOT + name)) {
                    if (resource != null) { // the code that reads the model reports missing files
                        Path file = folder.path().resolve(name);
                        Files.createDirectories(file.getParent());
                        Files.copy(resource, file);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
        return new BuiltInModel(folder.path(), true);
    }
}
