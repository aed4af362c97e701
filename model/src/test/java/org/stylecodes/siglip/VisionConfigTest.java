package org.stylecodes.siglip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.TransformerLayer.Sizes;

class VisionConfigTest {
    private final ObjectNode json =
            Golden.json("tiny-sd15/image_encoder/config.json").deepCopy();

    @Test
    void sizesAreThoseOfTheFile() {
        assertEquals(new VisionConfig(32, 8, 3, new Sizes(48, 96, 4, Activation.GELU_TANH, 1e-6)), read(json));
    }

    @Test
    void configurationOfBothTowersIgnoresTheTextTower() {
        ObjectNode both = JsonNodeFactory.instance.objectNode().put("model_type", "siglip");
        both.putObject("text_config").put("model_type", "siglip_text_model");
        both.putObject("vision_config").put("model_type", "siglip_vision_model");
        assertEquals(new VisionConfig(224, 16, 12, new Sizes(768, 3072, 12, Activation.GELU_TANH, 1e-6)), read(both));
    }

    @Test
    void patchesLargerThanThePictureAreRefused() {
        json.put("patch_size", 64);
        assertRefused("config.json: patch_size: is 64, more than image_size 32");
    }

    @Test
    void otherVisionModelsAreRefused() {
        json.put("model_type", "clip_vision_model");
        assertRefused("config.json: model_type: is \"clip_vision_model\", supported: [siglip_vision_model]");
    }

    private void assertRefused(String message) {
        assertEquals(
                message,
                assertThrows(ModelFormatException.class, () -> read(json)).getMessage());
    }

    private static VisionConfig read(ObjectNode json) {
        return VisionConfig.of(Config.of("config.json", json));
    }
}
