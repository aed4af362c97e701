package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stylecodes.format.Config;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.TransformerLayer;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.stage.StyleStage;
import org.stylecodes.train.stage.VisionStage;

/** The example recipe for Stable Diffusion 1.5 with SigLIP's base tower for pictures of 224 pixels. */
class RecipeTest {
    private static final Path RECIPE = Path.of("recipe", "sd15");

    @Test
    void theVisionStageKeepsTheImageEncoder() {
        RunConfig run = RunConfig.read(RECIPE.resolve("vision.json"));
        assertEquals(
                VisionStage.Tower.KEPT, run.settings(VisionStage.Settings.class).tower());
        assertEquals("train/recipe/sd15/model", run.template());
    }

    @Test
    void theStyleStageUsesTheSameFolderAndPictures() {
        RunConfig vision = RunConfig.read(RECIPE.resolve("vision.json"));
        RunConfig style = RunConfig.read(RECIPE.resolve("style.json"));
        assertEquals(new StyleStage.Settings(0.05, 0), style.settings(StyleStage.Settings.class));
        assertEquals(vision.model(), style.model());
        assertEquals(vision.data(), style.data());
        assertEquals(vision.unseen(), style.unseen());
    }

    @Test
    void theStylePartFitsTheBase() {
        Config config = new ModelParts(RECIPE.resolve("model")).config("style");
        StyleConfig style = StyleConfig.of(config);
        TransformerLayer.Sizes sizes = new TransformerLayer.Sizes(768, 3072, 12, Activation.GELU_TANH, 1e-6);
        assertDoesNotThrow(() -> Configs.requireFit("style/config.json", style, new VisionConfig(224, 16, 12, sizes)));
        assertEquals(1280, style.autoencoder().channels());
    }

    @Test
    void thePartsOfTheIllustrationModelFitEachOther() {
        ModelParts parts = new ModelParts(Path.of("recipe/illustration/model"));
        try (ModelFolder folder = ModelFolder.open(parts.folder())) {
            Configs configs = Configs.of(folder, StyleConfig.of(folder.config(Part.STYLE)));
            assertDoesNotThrow(() -> parts.preprocessor(configs.style(), configs.vision()));
            assertEquals(16, configs.sizeStep());
            assertEquals(20, configs.unet().codeWidth());
        }
    }
}
