package org.stylecodes.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a model that has its own weights, in a folder of the diffusers layout. Each part knows the names that its tensors have in
 * published files, and maps them to the canonical names that the networks use.
 */
public enum Part {
    /** The base UNet. Its names are canonical. */
    UNET("unet", "diffusion_pytorch_model") {
        @Override
        Optional<String> canonical(String name) {
            return Optional.of(name);
        }
    },

    /** The VAE. The attention names of diffusers before 0.17 are read too, because the published SD1.5 VAE has them. */
    VAE("vae", "diffusion_pytorch_model") {
        private static final Pattern OLD_ATTENTION =
                Pattern.compile("(.+\\.attentions\\.\\d+\\.)(query|key|value|proj_attn)(\\.\\w+)");

        @Override
        Optional<String> canonical(String name) {
            Matcher old = OLD_ATTENTION.matcher(name);
            return Optional.of(old.matches() ? old.group(1) + attention(old.group(2)) + old.group(3) : name);
        }

        private static String attention(String old) {
            return old.equals("proj_attn") ? "to_out.0" : "to_" + old.charAt(0);
        }
    },

    /** The text encoder. Names may have the prefix of the model or not. */
    TEXT_ENCODER("text_encoder", "model") {
        private static final Pattern BARE = Pattern.compile("(embeddings|encoder|final_layer_norm)\\..+");

        @Override
        Optional<String> canonical(String name) {
            return encoder("text_model.", BARE, name);
        }
    },

    /** The image encoder. Of a SigLIP, the file may hold both towers. */
    IMAGE_ENCODER("image_encoder", "model") {
        private static final Pattern BARE = Pattern.compile("(embeddings|encoder|post_layernorm|head)\\..+");

        @Override
        Optional<String> canonical(String name) {
            return encoder("vision_model.", BARE, name);
        }
    },

    /** The style autoencoder and the control branch. In released files, every name has the prefix {@code controlnet.}. */
    STYLE("style", "diffusion_pytorch_model") {
        private static final String RELEASED = "controlnet.";

        @Override
        Optional<String> canonical(String name) {
            return Optional.of(name.startsWith(RELEASED) ? name.substring(RELEASED.length()) : name);
        }
    };

    private final String folder;
    private final String stem;

    Part(String folder, String stem) {
        this.folder = folder;
        this.stem = stem;
    }

    /** The name of the part's folder. */
    public String folder() {
        return folder;
    }

    /** The names of the part's weight files without their suffixes. */
    String stem() {
        return stem;
    }

    /** The canonical name of a tensor, or nothing if no network needs the tensor. */
    abstract Optional<String> canonical(String name);

    // Position ids are skipped: they are 0, 1, 2, ... and were saved by accident.
    private static Optional<String> encoder(String prefix, Pattern bare, String name) {
        if (name.endsWith(".position_ids")) {
            return Optional.empty();
        }
        if (bare.matcher(name).matches()) {
            return Optional.of(prefix + name);
        }
        return name.startsWith(prefix) ? Optional.of(name) : Optional.empty();
    }
}
