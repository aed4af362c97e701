package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class SingleFileTest {
    @TempDir
    Path folder;

    @Test
    void countsTheUnetsBlocksByLevel() {
        SingleFileUnet names = new SingleFileUnet(2);
        assertEquals(Optional.of("conv_in.weight"), names.canonical("input_blocks.0.0.weight"));
        assertEquals(
                Optional.of("down_blocks.1.resnets.0.time_emb_proj.bias"),
                names.canonical("input_blocks.4.0.emb_layers.1.bias"));
        assertEquals(
                Optional.of("down_blocks.0.downsamplers.0.conv.weight"), names.canonical("input_blocks.3.0.op.weight"));
        assertEquals(
                Optional.of("mid_block.resnets.1.norm2.weight"), names.canonical("middle_block.2.out_layers.0.weight"));
        assertEquals(
                Optional.of("mid_block.attentions.0.proj_in.bias"), names.canonical("middle_block.1.proj_in.bias"));
        assertEquals(
                Optional.of("up_blocks.0.upsamplers.0.conv.weight"), names.canonical("output_blocks.2.1.conv.weight"));
        assertEquals(
                Optional.of("up_blocks.1.upsamplers.0.conv.weight"), names.canonical("output_blocks.5.2.conv.weight"));
        assertEquals(
                Optional.of("up_blocks.3.attentions.2.norm.weight"), names.canonical("output_blocks.11.1.norm.weight"));
    }

    @Test
    void derivesTheLayersOfALevelFromTheFirstDownsampler() {
        assertEquals(
                new SingleFileUnet(3),
                SingleFileUnet.of(
                        Set.of("input_blocks.0.0.weight", "input_blocks.4.0.op.weight", "input_blocks.8.0.op.weight")));
        assertEquals(
                new SingleFileUnet(2),
                SingleFileUnet.of(Set.of("input_blocks.0.0.weight", "input_blocks.2.0.in_layers.0.weight")));
    }

    @Test
    void countsTheDecodersLevelsFromTheLatents() {
        SingleFileVae names = SingleFileVae.of(Set.of("decoder.up.2.block.0.norm1.weight"));
        assertEquals(
                Optional.of("decoder.up_blocks.2.resnets.1.conv_shortcut.bias"),
                names.canonical("decoder.up.0.block.1.nin_shortcut.bias"));
        assertEquals(
                Optional.of("encoder.down_blocks.0.downsamplers.0.conv.bias"),
                names.canonical("encoder.down.0.downsample.conv.bias"));
        assertEquals(
                Optional.of("decoder.mid_block.attentions.0.to_out.0.weight"),
                names.canonical("decoder.mid.attn_1.proj_out.weight"));
        assertEquals(Optional.of("decoder.conv_norm_out.weight"), names.canonical("decoder.norm_out.weight"));
        assertEquals(Optional.of("post_quant_conv.bias"), names.canonical("post_quant_conv.bias"));
    }

    @Test
    void refusesNamesOfOtherFamilies() {
        Path file = folder.resolve("sdxl.safetensors");
        Scope.run(() -> Safetensors.write(
                file,
                Map.of("model.diffusion_model.label_emb.0.0.weight", Tensors.of(new float[] {1}, 1, 1)),
                Map.of()));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> SingleFile.open(file));
        assertEquals("model.diffusion_model.label_emb.0.0.weight", refused.tensor());
    }

    @Test
    @EnabledIfSystemProperty(named = "golden.archive", matches = ".+")
    void readsTheSameTensorsAsFromTheFolder() {
        Path archive = Path.of(System.getProperty("golden.archive"));
        try (SingleFile single = SingleFile.open(archive.resolve("tiny-single-file.safetensors"))) {
            assertEquals(Set.of(Part.UNET, Part.VAE, Part.TEXT_ENCODER), single.parts());
            for (Part part : single.parts()) {
                Path expected = archive.resolve("tiny-sd15/" + part.folder() + "/" + part.stem() + ".safetensors");
                try (Checkpoint folder = Checkpoint.open(part, expected)) {
                    assertEqual(folder, single.part(part));
                }
            }
        }
    }

    // The single file is in float16, where bfloat16 weights lose a little precision.
    private static void assertEqual(Checkpoint expected, Checkpoint actual) {
        assertEquals(expected.shapes().keySet(), actual.shapes().keySet());
        Scope.run(() -> expected.shapes()
                .forEach((name, shape) ->
                        assertTrue(half(expected, name, shape).equal(half(actual, name, shape)), name)));
    }

    private static Tensor half(Checkpoint checkpoint, String name, long[] shape) {
        return checkpoint.weights().tensor(name, Init.ZEROS, shape).to(ScalarType.Half);
    }
}
