package org.stylecodes.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps the VAE's names in the original latent diffusion code (Rombach et al. 2022) to those of diffusers. The original code numbers the
 * decoder's levels from the picture; diffusers numbers them from the latents.
 *
 * @param levels the number of the decoder's levels
 */
record SingleFileVae(int levels) implements SingleFileNames {
    private static final Pattern LEVEL = Pattern.compile("(encoder\\.down|decoder\\.up)\\.(\\d{1,4})\\.(.+)");
    private static final Pattern BLOCK = Pattern.compile("block\\.(\\d{1,4})\\.(.+)");
    private static final Pattern SAMPLER = Pattern.compile("(down|up)sample\\.(.+)");
    private static final Pattern MIDDLE = Pattern.compile("(encoder|decoder)\\.mid\\.(block_1|block_2|attn_1)\\.(.+)");
    private static final Pattern END = Pattern.compile("((?:en|de)coder\\.)?(\\w+)\\.(weight|bias)");

    private static final Map<String, String> MIDDLE_PARTS =
            Map.of("block_1", "resnets.0.", "block_2", "resnets.1.", "attn_1", "attentions.0.");

    private static final Map<String, String> ATTENTION =
            Map.of("norm", "group_norm", "q", "to_q", "k", "to_k", "v", "to_v", "proj_out", "to_out.0");

    private static final Map<String, String> RESNET = Map.of(
            "norm1", "norm1", "conv1", "conv1", "norm2", "norm2", "conv2", "conv2", "nin_shortcut", "conv_shortcut");

    private static final Map<String, String> ENDS = Map.of(
            "conv_in", "conv_in",
            "norm_out", "conv_norm_out",
            "conv_out", "conv_out",
            "quant_conv", "quant_conv",
            "post_quant_conv", "post_quant_conv");

    /** Derives the number of levels from the names. */
    static SingleFileVae of(Set<String> names) {
        return new SingleFileVae(names.stream()
                .map(LEVEL::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(1).equals("decoder.up"))
                .mapToInt(matcher -> Integer.parseInt(matcher.group(2)) + 1)
                .max()
                .orElse(0));
    }

    @Override
    public Optional<String> canonical(String name) {
        Matcher level = LEVEL.matcher(name);
        if (level.matches()) {
            int number = Integer.parseInt(level.group(2));
            return level.group(1).equals("encoder.down")
                    ? level("encoder.down_blocks." + number + ".", level.group(3))
                    : level("decoder.up_blocks." + (levels - 1 - number) + ".", level.group(3));
        }
        Matcher middle = MIDDLE.matcher(name);
        if (middle.matches()) {
            String part = middle.group(1) + ".mid_block." + MIDDLE_PARTS.get(middle.group(2));
            Map<String, String> names = middle.group(2).equals("attn_1") ? ATTENTION : RESNET;
            return SingleFileNames.renamed(names, middle.group(3)).map(part::concat);
        }
        Matcher end = END.matcher(name);
        if (end.matches()) {
            String part = end.group(1) == null ? "" : end.group(1);
            return SingleFileNames.renamed(ENDS, name.substring(part.length())).map(part::concat);
        }
        return Optional.empty();
    }

    private static Optional<String> level(String level, String rest) {
        Matcher block = BLOCK.matcher(rest);
        if (block.matches()) {
            return SingleFileNames.renamed(RESNET, block.group(2))
                    .map(renamed -> level + "resnets." + block.group(1) + "." + renamed);
        }
        Matcher sampler = SAMPLER.matcher(rest);
        return sampler.matches()
                ? Optional.of(level + sampler.group(1) + "samplers.0." + sampler.group(2))
                : Optional.empty();
    }
}
