package org.stylecodes.siglip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class PreprocessorTest {
    private static final String CONFIG = "tiny-sd15/image_encoder/preprocessor_config.json";

    @Test
    void pixelsAreThePublishedOnes() {
        Scope.run(() -> {
            Tensor samples = Golden.open("cases/preprocess.safetensors").tensor("rgb.png:32");
            Tensor channelsFirst = samples.to(ScalarType.Float).permute(2, 0, 1).unsqueeze(0);
            Tensor expected = Layers.scaled(channelsFirst, 2 / 255.0).sub(new Scalar(1.0));
            Golden.assertClose(expected, published(Golden.json(CONFIG)).pixels(rgb()), 1e-6);
        });
    }

    @Test
    void withoutPreResizeThePictureIsResizedOnce() {
        Picture once = Preprocessor.of(0, 24).resized(rgb());
        assertEquals(24, once.width());
        Picture twice = Preprocessor.of(512, 24).resized(rgb());
        assertNotEquals(once, twice);
    }

    @Test
    void pictureOfTheRightSizeIsNotResized() {
        Picture picture = Picture.of(2, 2, new byte[] {0, 0, 0, 127, 127, 127, -128, -128, -128, -1, -1, -1});
        float[] pixels = Scope.get(() -> Tensors.floats(Preprocessor.of(0, 2).pixels(picture)));
        float[] expected = {-1, -1 / 255f, 1 / 255f, 1};
        assertArrayEquals(expected, Arrays.copyOf(pixels, 4), 1e-6f);
    }

    @Test
    void anotherFilterIsRefusedByName() {
        ObjectNode json = Golden.json(CONFIG).deepCopy();
        json.put("resample", 2);
        assertEquals(
                "preprocessor_config.json: resample: is 2, supported: [3]",
                assertThrows(ModelFormatException.class, () -> published(json)).getMessage());
    }

    private static Preprocessor published(JsonNode json) {
        return Preprocessor.of(Config.of("preprocessor_config.json", json), 512);
    }

    private static Picture rgb() {
        return Pictures.read(Golden.path("images/rgb.png"));
    }
}
