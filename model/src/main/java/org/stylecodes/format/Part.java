package org.stylecodes.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a model that has weights of its own: a folder of the diffusers layout. Each knows the names that its tensors
 * have had in published files, and gives them the one that the networks ask for.
 */
public enum Part {
    UNET("unet", "diffusion_pytorch_model") {
        @Override
        Optional<String> canonical(String name) {
            return Optional.of(name);
        }
    },

    /** With the attention names of diffusers before 0.17 as well, which the published SD1.5 VAE has. */
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

    /** With or without the name of the model around it. */
    TEXT_ENCODER("text_encoder", "model") {
        private static final Pattern BARE = Pattern.compile("(embeddings|encoder|final_layer_norm)\\..+");

        @Override
        Optional<String> canonical(String name) {
            return encoder("text_model.", BARE, name);
        }
    },

    /** A vision tower alone, or that of a file with both towers. */
    IMAGE_ENCODER("image_encoder", "model") {
        private static final Pattern BARE = Pattern.compile("(embeddings|encoder|post_layernorm|head)\\..+");

        @Override
        Optional<String> canonical(String name) {
            return encoder("vision_model.", BARE, name);
        }
    },

    /** The style autoencoder and the control UNet; released files have {@code controlnet.} before every name. */
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

    /** The name of the folder. */
    public String folder() {
        return folder;
    }

    /** What the names of its weight files begin with. */
    String stem() {
        return stem;
    }

    /** The name that the networks ask for, or nothing for a tensor that they never need. */
    abstract Optional<String> canonical(String name);

    // Position ids are 0, 1, 2, ... and were saved by accident.
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
