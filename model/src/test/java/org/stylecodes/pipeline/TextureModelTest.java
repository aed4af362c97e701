package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.Device;
import org.stylecodes.Golden;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.ModelInfo;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.StyleCodes;
import org.stylecodes.TinyTextureModel;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Part;
import org.stylecodes.format.Safetensors;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.style.Quantizer;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** A whole model with folded latents, a base that reads codes, and an image encoder of textures. */
class TextureModelTest {
    private static final StyleCode STYLE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final StyleCode OTHER = StyleCode.parse("ABCDEFGHIJKLMNOPQRST");
    private static final Request PLAIN =
            Request.of("a house on a hill").steps(4).size(64, 40).seed(238);
    private static final Request STYLED = PLAIN.style(STYLE);

    @TempDir
    static Path folder;

    private static StyleCodes model;

    @BeforeAll
    static void open() {
        TinyTextureModel.in(folder.resolve("model"));
        model = StyleCodes.open(folder.resolve("model"), Placement.CPU);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void aCodeIsMadeOfTheFeaturesOfTheImageEncoder() {
        Picture photo = Pictures.read(Golden.path("images/photo.jpg"));
        try (Networks networks = Networks.open(folder.resolve("model"))) {
            StyleCode code = Scope.get(() -> {
                Tensor features =
                        networks.imageEncoder().features(networks.preprocessor().pixels(photo), -1);
                assertArrayEquals(new long[] {1, 6, 24}, Tensors.shape(features));
                return Quantizer.TANH
                        .codes(networks.autoencoder().encode(features))
                        .get(0);
            });
            assertEquals(code, model.encode(photo));
        }
        assertNotEquals(model.encode(photo), model.encode(Pictures.read(Golden.path("images/rgb.png"))));
    }

    @Test
    void aPictureHasTheRequestedSize() {
        Picture picture = draw(STYLED);
        assertEquals("64x40", picture.width() + "x" + picture.height());
        assertEquals(picture, draw(STYLED));
    }

    @Test
    void aSizeThatHasNoWholeNumberOfLatentPositionsIsRefused() {
        assertThrows(InvalidRequestException.class, () -> draw(PLAIN.size(60, 40)));
    }

    @ParameterizedTest
    @EnumSource(GuidanceMode.class)
    void atStrengthZeroThePictureIsThatOfTheBaseToTheByte(GuidanceMode mode) {
        Guidance guidance = guidance(mode);
        Picture plain = draw(PLAIN.guidance(guidance));
        assertEquals(plain, draw(STYLED.guidance(guidance).strength(0)));
        assertNotEquals(plain, draw(STYLED.guidance(guidance)));
    }

    @ParameterizedTest
    @EnumSource(GuidanceMode.class)
    void outsideTheStyleIntervalThePictureIsThatOfTheBaseToTheByte(GuidanceMode mode) {
        Guidance guidance = guidance(mode);
        assertEquals(
                draw(PLAIN.guidance(guidance)), draw(STYLED.guidance(guidance.styleWithin(new Interval(0.5, 0.5)))));
    }

    @Test
    void stepsBeforeTheStyleIntervalAreThoseOfTheBaseToTheBit() {
        List<float[]> plain = cleanLatents(PLAIN);
        List<float[]> styled = cleanLatents(STYLED.guidance(Guidance.joint(2).styleWithin(new Interval(0.5, 1))));
        assertArrayEquals(plain.get(0), styled.get(0));
        assertArrayEquals(plain.get(1), styled.get(1));
        assertFalse(Arrays.equals(plain.get(2), styled.get(2)));
    }

    @Test
    void theStrengthScalesTheStyle() {
        List<float[]> plain = cleanLatents(PLAIN);
        double weak = distance(plain.get(0), cleanLatents(STYLED.strength(0.5)).get(0));
        double strong = distance(plain.get(0), cleanLatents(STYLED.strength(1)).get(0));
        assertEquals(0.5, weak / strong, 0.2);
    }

    @Test
    void stylesAreMixedToOneCode() {
        Request mixed = STYLED.style(OTHER, 0.5);
        assertNotEquals(STYLE, mixed.mix());
        assertEquals(draw(PLAIN.style(mixed.mix())), draw(mixed));
        assertNotEquals(draw(STYLED), draw(mixed));
    }

    @Test
    void aStartPictureIsFolded() {
        Picture start = Pictures.read(Golden.path("images/rgb.png"));
        Picture changed = draw(STYLED.init(start, 0.5));
        assertEquals("64x40", changed.width() + "x" + changed.height());
        assertNotEquals(draw(STYLED), changed);
    }

    @Test
    void bfloat16DrawsAlmostTheSame() {
        try (Networks exact = Networks.open(folder.resolve("model"));
                Networks half = Networks.open(folder.resolve("model"), new Placement(Device.CPU, Precision.BFLOAT16))) {
            Request request = exact.info().filled(STYLED);
            Scope.run(() -> Golden.assertClose(
                    new Diffusion(exact).latents(request, step -> true),
                    new Diffusion(half).latents(request, step -> true),
                    0x1p-4));
        }
    }

    @Test
    void theBaseReadsTheCodeAlsoIfTheBranchDoesNot() {
        Path other = folder.resolve("branch-without-code");
        TinyTextureModel.configured(other)
                .with(Part.STYLE, "style_time_embedding", false)
                .writeWeights();
        try (StyleCodes opened = StyleCodes.open(other, Placement.CPU)) {
            Picture plain = opened.generate(PLAIN).first();
            assertNotEquals(plain, opened.generate(STYLED).first());
            assertEquals(plain, opened.generate(STYLED.strength(0)).first());
        }
    }

    @Test
    void theModelDescribesItself() {
        ModelInfo info = model.info();
        assertEquals("textures", info.id());
        assertEquals(new Size(64, 48), info.size());
        assertEquals(8, info.sizeStep()); // the autoencoder's 4, times the patch
        Map.of("unet", "diffusion_pytorch_model", "vae", "diffusion_pytorch_model", "image_encoder", "model")
                .forEach((part, stem) ->
                        assertEquals(stored(part, stem), info.parameters().get(part), part));
    }

    @Test
    void theMemoryForAPictureCountsTheLayersForCodesAndTheFoldedPositions() {
        MemoryNeed need = need(TinyTextureModel.configured(folder.resolve("folded")));
        MemoryNeed deaf =
                need(TinyTextureModel.configured(folder.resolve("deaf")).with(Part.UNET, "style_code_dim", null));
        MemoryNeed unfolded = need(TinyTextureModel.configured(folder.resolve("unfolded"))
                .with(Part.VAE, "latent_patch_size", 1)
                .with(Part.UNET, "in_channels", 4)
                .with(Part.UNET, "out_channels", 4));
        int time = 64;
        assertEquals(time * 20 + time + time * time + time, need.elements() - deaf.elements());
        Size large = new Size(2048, 2048);
        assertTrue(need.bytes(Precision.FLOAT32, large) < unfolded.bytes(Precision.FLOAT32, large) / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNET | style_code_dim | 16 | the style_code_dim of the UNet is 16, but the latent of the style autoencoder is 20",
                "UNET | in_channels | 4 | the UNet's input channel count is 4, but the VAE's latent channel count is 16",
                "VAE | latent_patch_size | 4 | the UNet's input channel count is 16, but the VAE's latent channel count is 64",
                "IMAGE_ENCODER | hidden_size | 32 | the feature width of the style autoencoder is 24, but the width of the image encoder is 32",
                "STYLE | feature_layer | -2 | feature_layer: there is no layer -2 in an image encoder of the type stylecodes_texture_model; expected -1",
            })
    void partsThatDoNotFitAreRefused(Part part, String key, int value, String expected) {
        Path other = folder.resolve(part + key);
        TinyTextureModel.configured(other).with(part, key, value);
        String message = assertThrows(ModelFormatException.class, () -> Networks.open(other))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void anUnknownImageEncoderIsRefusedWithTheKnownOnes() {
        Path other = folder.resolve("unknown");
        TinyTextureModel.configured(other).with(Part.IMAGE_ENCODER, "model_type", "clip_vision_model");
        String message = assertThrows(ModelFormatException.class, () -> Networks.open(other))
                .getMessage();
        assertEquals(
                "is \"clip_vision_model\", supported: [siglip, siglip_vision_model, stylecodes_texture_model]",
                message.replaceFirst("^.*model_type: ", ""));
    }

    // The count of numbers in the file of a part
    private static long stored(String part, String stem) {
        Path file = folder.resolve("model").resolve(part).resolve(stem + ".safetensors");
        try (Safetensors opened = Safetensors.open(file)) {
            return opened.tensors().values().stream().mapToLong(Tensor::numel).sum();
        }
    }

    private static MemoryNeed need(TinyTextureModel written) {
        try (Networks networks = Networks.open(written.folder())) {
            return MemoryNeed.of(networks.configs(), 0, true);
        }
    }

    private static Guidance guidance(GuidanceMode mode) {
        return switch (mode) {
            case REFERENCE -> Guidance.reference(2);
            case JOINT -> Guidance.joint(2);
            case SEPARATE -> Guidance.separate(2, 1.5);
        };
    }

    private static Picture draw(Request request) {
        return model.generate(request).first();
    }

    // The clean latents that each step predicts
    private static List<float[]> cleanLatents(Request request) {
        List<float[]> clean = new ArrayList<>();
        try (Networks networks = Networks.open(folder.resolve("model"))) {
            Scope.run(() -> new Diffusion(networks).latents(networks.info().filled(request), step -> {
                clean.add(Tensors.floats(step.clean()));
                return true;
            }));
        }
        return clean;
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (double) (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
