package org.stylecodes.train.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;

/** Trains a tiny model from nothing, as the model of the illustrations is trained. */
class ResidentTrainingTest {
    private static final Path TEMPLATE = Path.of("src/test/resources/tiny-illustration");
    private static final int SIZE = 256;

    @Test
    void aModelIsTrainedThatMakesCodesAndDraws(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("model");
        List<String> report = new ArrayList<>();
        new ResidentTraining(plan(model, null, 1), new Squares(SIZE), clock(), report::add).run();
        assertTrue(report.toString().contains("round trip, new styles"), report::toString);

        assertFalse(report.toString().contains("NaN"), report::toString);

        // The weights of each stage are the start of another run, here of one whose stages take no time.
        Path again = folder.resolve("again");
        new ResidentTraining(plan(again, model, 0), new Squares(SIZE), clock(), report::add).run();
        assertEquals(
                -1, Files.mismatch(model.resolve("base.safetensors"), again.resolve("base.safetensors")), "the base");

        try (StyleCodes opened = StyleCodes.open(model)) {
            byte[] rgb = new byte[3 * SIZE * SIZE * 3];
            new Squares(SIZE).compose(4, 3, rgb);
            StyleCode code = opened.encode(Picture.of(SIZE, SIZE, Arrays.copyOf(rgb, SIZE * SIZE * 3)));
            Request request = Request.of("a disc").seed(1).steps(2);
            Picture plain = opened.generate(request).first();
            Picture styled = opened.generate(request.style(code)).first();
            Picture weightless =
                    opened.generate(request.style(code).strength(0)).first();
            assertNotEquals(plain, styled);
            assertEquals(plain, weightless);
        }
    }

    // A clock that moves on by a tenth of a second whenever it is read, so that every run takes as many steps
    private static LongSupplier clock() {
        AtomicLong time = new AtomicLong();
        return () -> time.addAndGet(100_000_000);
    }

    private static ResidentPlan plan(Path model, @Nullable Path from, double seconds) {
        Map<String, Double> times = new HashMap<>();
        Map<String, Integer> batches = new HashMap<>();
        for (String stage : ResidentPlan.STAGES) {
            times.put(stage, seconds);
            batches.put(stage, 2);
        }
        return new ResidentPlan(
                "cpu",
                model.toString(),
                TEMPLATE.toString(),
                from == null ? null : from.toString(),
                8,
                4,
                3,
                0,
                4,
                SIZE,
                32,
                1,
                times,
                batches,
                0.5);
    }
}
