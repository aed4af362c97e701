package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.sampler.Sampler;

class ModelInfoTest {
    private static final ModelInfo MODEL = new ModelInfo(
            "model",
            new Size(64, 64),
            8,
            1,
            Guidance.joint(2),
            20,
            Sampler.DDIM,
            Precision.FLOAT32,
            KnownWords.ANY,
            Map.of(),
            Provenance.UNKNOWN);

    @Test
    void aFilledRequestHasTheDefaultsOfTheModel() {
        assertEquals(
                Request.of("a house")
                        .strength(1)
                        .guidance(Guidance.joint(2))
                        .steps(20)
                        .sampler(Sampler.DDIM)
                        .size(64, 64)
                        .seed(7)
                        .precision(Precision.FLOAT32),
                MODEL.filled(Request.of("a house").seed(7)));
    }

    @Test
    void aRequestWithoutASeedGetsANewRandomSeedEachTime() {
        Request open = Request.of("a house");
        long seed = MODEL.filled(open).seed();
        assertTrue(seed >= 0 && seed < 1L << 32, "the seed is " + seed);
        assertNotEquals(seed, MODEL.filled(open).seed()); // equal by chance once in 4 billion runs
    }

    @Test
    void aGenerationNeedsAFilledRequest() {
        List<Picture> pictures = List.of(Picture.of(1, 1, new byte[3]));
        Request open = Request.of("a house");
        assertThrows(IllegalArgumentException.class, () -> new Generation(pictures, open, "model"));
    }
}
