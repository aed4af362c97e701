package org.stylecodes.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;

class UNetConfigTest {
    @Test
    void absentKeysHaveTheDefaultsOfDiffusers() {
        UNetConfig config = FullSize.config();
        assertEquals(
                new UNetConfig.Level(320, 2, true, true, 8, 1), config.levels().get(0));
        assertEquals(new UNetConfig.Level(1280, 2, false, false, 8, 1), config.bottom());
        assertEquals(1280, config.timeWidth());
        assertEquals(32, config.groups());
    }

    @Test
    void readsHeadsLayersAndTransformersPerLevel() throws JsonProcessingException {
        UNetConfig config = with("attention_head_dim", "[5, 10, 20, 20]");
        assertEquals(List.of(5, 10, 20, 20), heads(config));
        assertEquals(1, with("layers_per_block", "[1, 2, 3, 4]").levels().get(0).layers());
        assertEquals(
                4, with("transformer_layers_per_block", "[1, 2, 3, 4]").bottom().transformers());
    }

    @Test
    void takesTheNumberOfHeadsOverTheMisnamedKey() throws JsonProcessingException {
        assertEquals(List.of(4, 4, 4, 4), heads(with("num_attention_heads", "4")));
    }

    @Test
    void aBaseReadsCodesOnlyIfTheirWidthIsGiven() throws JsonProcessingException {
        assertEquals(0, FullSize.config().codeWidth());
        UNetConfig reading = with("style_code_dim", "20");
        assertEquals(20, reading.codeWidth());
        assertEquals(20, reading.withLinearProjection().codeWidth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "act_fn | \"gelu\"",
                "addition_embed_type | \"text_time\"",
                "attention_head_dim | 7",
                "attention_head_dim | [8, 8]",
                "block_out_channels | [320, 640]",
                "block_out_channels | [320, 640, 1280, 1290]",
                "cross_attention_dim | -1",
                "in_channels | 0",
                "out_channels | -4",
                "norm_num_groups | 0",
                "sample_size | 0",
                "style_code_dim | 0",
                "style_code_dim | -20",
                "style_code_dim | 2.5",
                "style_code_dim | \"20\"",
                "time_embedding_dim | 0",
                "class_embed_type | \"timestep\"",
                "class_embed_type | \"projection\"",
                "down_block_types | [\"AttnDownBlock2D\", \"DownBlock2D\", \"DownBlock2D\", \"DownBlock2D\"]",
                "layers_per_block | 0",
                "mid_block_type | \"UNetMidBlock2D\"",
                "projection_class_embeddings_input_dim | 20",
                "resnet_time_scale_shift | \"ada_group\"",
                "time_cond_proj_dim | 256",
                "unheard_of | 1"
            })
    void refusesUnsupportedOptionsByName(String key, String value) {
        ModelFormatException refusal = assertThrows(ModelFormatException.class, () -> with(key, value));
        String named = key.equals("class_embed_type") && value.contains("projection")
                ? "projection_class_embeddings_input_dim"
                : key;
        assertEquals(true, refusal.getMessage().contains(named), refusal.getMessage());
    }

    private static List<Integer> heads(UNetConfig config) {
        return config.levels().stream().map(UNetConfig.Level::heads).toList();
    }

    private static UNetConfig with(String key, String value) throws JsonProcessingException {
        ObjectNode json = FullSize.json();
        json.set(key, new ObjectMapper().readTree(value));
        return UNetConfig.of(Config.of("config.json", json));
    }
}
