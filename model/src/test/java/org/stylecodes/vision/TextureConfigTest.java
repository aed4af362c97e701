package org.stylecodes.vision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;

class TextureConfigTest {
    private final ObjectNode json = json("""
            {"_note": "ignored", "model_type": "stylecodes_texture_model", "image_size": 32,
             "block_out_channels": [8, 12, 16], "norm_num_groups": 4, "hidden_size": 6}
            """);

    @Test
    void sizesAreThoseOfTheFile() {
        TextureConfig config = read();
        assertEquals(new TextureConfig(32, List.of(8, 12, 16), 4, 6), config);
        assertEquals(8, config.vectors());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "block_out_channels | [8, 10]",
                "block_out_channels | [8, 0]",
                "block_out_channels | []",
                "block_out_channels | 8",
                "block_out_channels | [2, 2, 2, 2, 2]",
                "hidden_size | 0",
                "image_size | 0",
                "image_size | -8",
                "image_size | \"32\"",
                "model_type | \"siglip_vision_model\"",
                "norm_num_groups | 0",
                "norm_num_groups | 3",
                "num_channels | 3",
                "feature_layer | -1",
                "unheard_of | 1"
            })
    void unknownAndContradictoryValuesAreRefusedByName(String key, String value) {
        json.set(key, json(value));
        ModelFormatException refused = assertThrows(ModelFormatException.class, this::read);
        assertTrue(refused.getMessage().startsWith("config.json: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(key), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model_type", "image_size", "block_out_channels", "norm_num_groups", "hidden_size"})
    void everyKeyIsRequired(String key) {
        json.remove(key);
        ModelFormatException refused = assertThrows(ModelFormatException.class, this::read);
        assertEquals("config.json: " + key + ": is missing", refused.getMessage());
    }

    @Test
    void theLastMapHasAtLeastTwoPositionsAlongASide() {
        json.put("image_size", 9);
        assertDoesNotThrow(this::read);
        json.put("image_size", 8);
        assertEquals(
                "config.json: image_size is 8, too small to be halved 3 times, once for each entry of block_out_channels",
                assertThrows(ModelFormatException.class, this::read).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 1})
    void theLastLayerIsTheOnlyOne(int layer) {
        TextureConfig config = read();
        assertDoesNotThrow(() -> config.requireLayer(-1));
        assertEquals(
                "there is no layer " + layer + " in an image encoder of the type stylecodes_texture_model; expected -1",
                assertThrows(IllegalArgumentException.class, () -> config.requireLayer(layer))
                        .getMessage());
    }

    private TextureConfig read() {
        return TextureConfig.of(Config.of("config.json", json));
    }

    @SuppressWarnings("unchecked")
    private static <T> T json(String text) {
        try {
            return (T) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
