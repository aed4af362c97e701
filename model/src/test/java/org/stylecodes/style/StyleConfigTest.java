package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Golden;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

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
                new StyleDefaults(
                        1, 2, 1.5, GuidanceMode.JOINT, new Interval(0, 0.7), Interval.ALL, 12, Sampler.EULER, 128, 256),
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
                "stylecodes.safetensors",
                Golden.weights("tiny-sd15/stylecodes.safetensors").at("controlnet"));
        assertEquals(new StyleAutoencoderConfig(48, 20, 32, 4, 3, 2, 2048, 64), read.autoencoder());
    }

    @Test
    void aCheckpointWithAnotherLatentIsRefusedWithItsName() {
        Map<String, Tensor> tensors = new TreeMap<>();
        Golden.open("tiny-sd15/stylecodes.safetensors")
                .tensors()
                .forEach((name, tensor) -> tensors.put(name.substring(name.indexOf('.') + 1), tensor));
        Scope.run(() -> {
            tensors.computeIfPresent("sref_autoencoder.latent_proj.weight", (name, tensor) -> tensor.narrow(0, 0, 16));
            Weights weights = Weights.inPlace("stylecodes.bin", tensors);
            ModelFormatException refused =
                    assertThrows(ModelFormatException.class, () -> StyleConfig.released("stylecodes.bin", weights));
            assertEquals(
                    "stylecodes.bin: the sizes of its tensors do not fit: latent is 16, but a style code has 20 symbols",
                    refused.getMessage());
        });
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps | 0 | steps is 0, expected 1 to 1000",
                "sampler | \"foo\" | there is no sampler \"foo\"",
                "width | 8192 | width is 8192, expected a multiple of 8 of at most 4096 pixels",
                "height | 12 | height is 12, expected a multiple of 8",
                "guidance | 150 | guidance is 150.0, expected a number from 0 to 100.0",
                "style_guidance | -1 | style_guidance is -1.0, expected a number from 0 to 100.0",
                "strength | 1.5 | strength is 1.5, expected a number from 0 to 1.0"
            })
    void defaultsOutOfRangeAreRefused(String key, String value, String message) throws JsonProcessingException {
        ObjectNode json = StyleConfig.released().toJson();
        ((ObjectNode) json.get("defaults")).set(key, new ObjectMapper().readTree(value));
        assertRefused(json, "style/config.json: defaults: " + message);
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
