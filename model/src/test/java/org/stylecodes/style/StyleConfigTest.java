package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.GuidanceMode;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;

class StyleConfigTest {
    @Test
    void writtenConfigurationReadsBackTheSame() {
        StyleConfig written = new StyleConfig(
                "nano1",
                Quantizer.TANH,
                new StyleAutoencoderConfig(128, 20, 96, 3, 2, 1, 200, 160),
                -1,
                0,
                true,
                new StyleDefaults(1, 2, 1.5, GuidanceMode.JOINT, 12, "euler", 128, 256),
                null,
                JsonNodeFactory.instance.objectNode().put("seed", 7));
        assertEquals(written, read(written.toJson()));
    }

    @Test
    void codeStatisticsReadBackTheSame() {
        Random random = new Random(1);
        CodeDistribution codes = CodeDistribution.of(
                Stream.generate(() -> StyleCode.uniform(random)).limit(50).toList());
        StyleConfig released = StyleConfig.released();
        CodeDistribution read = read(new StyleConfig(
                                released.id(),
                                released.quantizer(),
                                released.autoencoder(),
                                released.featureLayer(),
                                released.preResize(),
                                released.styleTimeEmbedding(),
                                released.defaults(),
                                codes,
                                released.provenance())
                        .toJson())
                .codes();
        assertEquals(Arrays.toString(codes.mean()), Arrays.toString(read.mean()));
        assertEquals(Arrays.deepToString(codes.covariance()), Arrays.deepToString(read.covariance()));
    }

    @Test
    void missingFieldsHaveTheReleasedValues() {
        ObjectNode json = StyleConfig.released().toJson();
        json.remove(List.of("feature_layer", "pre_resize", "style_time_embedding", "defaults", "provenance"));
        assertEquals(StyleConfig.released(), read(json));
    }

    @Test
    void sizesOfACheckpointWithoutConfigurationAreReadFromItsTensors() {
        StyleConfig read = StyleConfig.released(
                Golden.weights("tiny-sd15/stylecodes.safetensors").at("controlnet"));
        assertEquals(new StyleAutoencoderConfig(48, 20, 32, 4, 3, 2, 2048, 64), read.autoencoder());
    }

    @Test
    void unknownOptionIsRefusedByName() {
        assertRefused(StyleConfig.released().toJson().put("temperature", 1), "temperature");
    }

    @Test
    void unknownQuantizerIsRefusedWithAListOfThoseSupported() {
        assertRefused(
                StyleConfig.released().toJson().put("quantizer", "round"),
                "style/config.json: quantizer: is round, supported: [legacy, tanh]");
    }

    @Test
    void malformedIdIsRefused() {
        assertRefused(StyleConfig.released().toJson().put("id", "Nano 1"), "id is Nano 1");
    }

    @Test
    void latentOfAnotherLengthThanACodeIsRefused() {
        ObjectNode json = StyleConfig.released().toJson();
        ((ObjectNode) json.get("autoencoder")).put("latent", 12);
        assertRefused(json, "latent is 12, but a style code has 20 symbols");
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefused() {
        ObjectNode json = StyleConfig.released().toJson();
        ((ObjectNode) json.get("autoencoder")).put("heads", 7);
        assertRefused(json, "style/config.json: autoencoder: heads: is 7, which does not divide width 512");
    }

    @Test
    void defaultsOutOfRangeAreRefused() {
        ObjectNode json = StyleConfig.released().toJson();
        ((ObjectNode) json.get("defaults")).put("steps", 0);
        assertRefused(json, "style/config.json: defaults: steps is 0, expected 1 to 1000");
    }

    @Test
    void codeStatisticsOfAnotherLengthAreRefused() {
        ObjectNode json = StyleConfig.released().toJson();
        ObjectNode codes = json.putObject("codes");
        codes.putArray("mean").add(0.5);
        ArrayNode covariance = codes.putArray("covariance");
        covariance.addArray().add(1);
        assertRefused(json, "style/config.json");
    }

    @Test
    void callersCannotChangeTheProvenance() {
        StyleConfig config = StyleConfig.released();
        config.provenance().put("data", "another");
        assertEquals(StyleConfig.released(), config);
    }

    private static void assertRefused(JsonNode json, String message) {
        String refused =
                assertThrows(ModelFormatException.class, () -> read(json)).getMessage();
        assertTrue(refused.contains(message), refused);
    }

    private static StyleConfig read(JsonNode json) {
        return StyleConfig.of(Config.of("style/config.json", json));
    }
}
