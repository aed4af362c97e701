package org.stylecodes.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Maps the UNet's names in the original latent diffusion code (Rombach et al. 2022) to those of diffusers. The original code numbers
 * the blocks consecutively; diffusers numbers them within each level.
 *
 * @param layers residual blocks in a level
 */
record SingleFileUnet(int layers) implements SingleFileNames {
    private static final Pattern DOWN = Pattern.compile("input_blocks\\.(\\d{1,4})\\.(\\d)\\.(.+)");
    private static final Pattern MIDDLE = Pattern.compile("middle_block\\.(\\d)\\.(.+)");
    private static final Pattern UP = Pattern.compile("output_blocks\\.(\\d{1,4})\\.(\\d)\\.(.+)");
    private static final String DOWNSAMPLER = "op.";
    private static final String UPSAMPLER = "conv.";

    private static final Map<String, String> ENDS = Map.of(
            "time_embed.0", "time_embedding.linear_1",
            "time_embed.2", "time_embedding.linear_2",
            "input_blocks.0.0", "conv_in",
            "out.0", "conv_norm_out",
            "out.2", "conv_out");

    private static final Map<String, String> RESNET = Map.of(
            "in_layers.0", "norm1",
            "in_layers.2", "conv1",
            "emb_layers.1", "time_emb_proj",
            "out_layers.0", "norm2",
            "out_layers.3", "conv2",
            "skip_connection", "conv_shortcut");

    /** Derives the number of layers: the first downsampler ends the first level. A UNet without a downsampler has one level. */
    static SingleFileUnet of(Set<String> names) {
        int last = down(names, "").max().orElse(0);
        return new SingleFileUnet(Math.max(0, down(names, DOWNSAMPLER).min().orElse(last + 1) - 1));
    }

    @Override
    public Optional<String> canonical(String name) {
        Matcher down = DOWN.matcher(name);
        Matcher middle = MIDDLE.matcher(name);
        Matcher up = UP.matcher(name);
        if (down.matches() && !down.group(1).equals("0")) {
            return down(Integer.parseInt(down.group(1)) - 1, down.group(2), down.group(3));
        } else if (middle.matches()) {
            return middle(middle.group(1), middle.group(2));
        } else if (up.matches()) {
            return up(Integer.parseInt(up.group(1)), up.group(2), up.group(3));
        }
        return SingleFileNames.renamed(ENDS, name);
    }

    private Optional<String> down(int number, String place, String rest) {
        String block = "down_blocks." + number / (layers + 1);
        int layer = number % (layers + 1);
        if (layer == layers) {
            return rest.startsWith(DOWNSAMPLER)
                    ? Optional.of(block + ".downsamplers.0.conv." + rest.substring(DOWNSAMPLER.length()))
                    : Optional.empty();
        }
        return layer(block, layer, place, rest);
    }

    private Optional<String> up(int number, String place, String rest) {
        String block = "up_blocks." + number / (layers + 1);
        if (!place.equals("0") && rest.startsWith(UPSAMPLER)) {
            return Optional.of(block + ".upsamplers.0." + rest);
        }
        return layer(block, number % (layers + 1), place, rest);
    }

    private static Optional<String> middle(String place, String rest) {
        return place.equals("2") ? layer("mid_block", 1, "0", rest) : layer("mid_block", 0, place, rest);
    }

    private static Optional<String> layer(String block, int layer, String place, String rest) {
        return switch (place) {
            case "0" ->
                SingleFileNames.renamed(RESNET, rest).map(renamed -> block + ".resnets." + layer + "." + renamed);
            case "1" -> Optional.of(block + ".attentions." + layer + "." + rest);
            default -> Optional.empty();
        };
    }

    private static IntStream down(Set<String> names, String beginning) {
        return names.stream()
                .map(DOWN::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(3).startsWith(beginning))
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)));
    }
}
