package org.stylecodes.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.TransformerLayer.Sizes;

class TextConfigTest {
    private final ObjectNode json =
            Golden.json("tiny-sd15/text_encoder/config.json").deepCopy();

    @Test
    void sizesAreThoseOfTheFile() {
        Sizes sizes = new Sizes(64, 128, 4, Activation.QUICK_GELU, 1e-5);
        assertEquals(new TextConfig(806, 77, 3, sizes, 805), read());
    }

    @Test
    void noLayersAreAllowed() {
        json.put("num_hidden_layers", 0);
        assertEquals(0, read().layers());
    }

    @Test
    void unknownOptionIsRefusedByName() {
        json.put("rotary", true);
        assertRefused("config.json: rotary: is an unknown option (value true); remove it if it does not matter");
    }

    @Test
    void unknownActivationIsRefusedByName() {
        json.put("hidden_act", "mish");
        assertRefused("config.json: hidden_act: is mish, which is not a supported activation");
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefused() {
        json.put("num_attention_heads", 5);
        assertRefused("config.json: num_attention_heads: is 5, which does not divide hidden_size 64");
    }

    private void assertRefused(String message) {
        assertEquals(
                message, assertThrows(ModelFormatException.class, this::read).getMessage());
    }

    private TextConfig read() {
        return TextConfig.of(Config.of("config.json", json));
    }
}
