package org.stylecodes.unet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.stylecodes.format.Config;

/** The configuration of the UNet of Stable Diffusion 1.5, with only the keys of its first publication. */
public final class FullSize {
    private static final String JSON = """
            {"_class_name": "UNet2DConditionModel", "sample_size": 64, "cross_attention_dim": 768,
             "block_out_channels": [320, 640, 1280, 1280], "attention_head_dim": 8,
             "down_block_types": ["CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"],
             "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"]}
            """;

    private FullSize() {}

    public static UNetConfig config() {
        return UNetConfig.of(Config.of("config.json", json()));
    }

    static ObjectNode json() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(JSON);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
