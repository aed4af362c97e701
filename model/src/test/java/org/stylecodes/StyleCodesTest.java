package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.sampler.Sampler;

class StyleCodesTest {
    private static final StyleCodes MODEL = StyleCodes.open(Golden.path("tiny-sd15"));
    private static final StyleCode STYLE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final Request REQUEST = Request.of("a house on a hill")
            .negative("low quality")
            .style(STYLE)
            .steps(3)
            .size(64, 40)
            .seed(238);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void aPictureOfTheRequestedSizeIsDrawn() {
        Picture picture = MODEL.generate(REQUEST).first();
        assertEquals(64, picture.width());
        assertEquals(40, picture.height());
    }

    @Test
    void aRandomCodeDoesNotWaitForADrawing() {
        AtomicReference<String> answer = new AtomicReference<>();
        MODEL.generate(REQUEST.steps(1)
                .listener(progress -> answer.set(CompletableFuture.supplyAsync(() -> MODEL.random(1))
                        .handle((code, refusal) -> "answered")
                        .completeOnTimeout("waited", 20, TimeUnit.SECONDS)
                        .join())));
        assertEquals("answered", answer.get());
    }

    @Test
    void theSameRequestGivesTheSamePictureWhateverTheThread() {
        Picture expected = MODEL.generate(REQUEST).first();
        Picture found = CompletableFuture.supplyAsync(() -> {
                    torch.set_num_threads(1);
                    return MODEL.generate(REQUEST).first();
                })
                .join();
        assertEquals(expected, found);
    }

    @Test
    void threadsThatDrawAtTheSameTimeDoNotDisturbEachOther() {
        List<Picture> expected = List.of(
                MODEL.generate(REQUEST.steps(1)).first(),
                MODEL.generate(REQUEST.steps(1).seed(1)).first());
        List<CompletableFuture<Picture>> found = List.of(
                CompletableFuture.supplyAsync(
                        () -> MODEL.generate(REQUEST.steps(1)).first()),
                CompletableFuture.supplyAsync(
                        () -> MODEL.generate(REQUEST.steps(1).seed(1)).first()));
        assertEquals(expected, found.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void everyPictureOfARequestHasItsOwnSeed() {
        Generation three = MODEL.generate(REQUEST.steps(1).count(3));
        assertEquals(3, three.pictures().size());
        assertEquals(240, three.request(2).seed());
        assertEquals(three.pictures().get(2), MODEL.generate(three.request(2)).first());
        assertNotEquals(three.pictures().get(0), three.pictures().get(1));
    }

    @Test
    void strengthZeroIsTheModelWithoutAStyle() {
        Picture plain = MODEL.generate(REQUEST.styles(List.of())).first();
        assertEquals(plain, MODEL.generate(REQUEST.strength(0)).first());
        assertNotEquals(plain, MODEL.generate(REQUEST).first());
    }

    @Test
    void aStyleOutsideItsIntervalDoesNothing() {
        Guidance never = Guidance.of(3).styleWithin(new Interval(0.5, 0.5));
        assertEquals(
                MODEL.generate(REQUEST.styles(List.of()).guidance(3)).first(),
                MODEL.generate(REQUEST.guidance(never)).first());
    }

    @Test
    void thePromptIsNotAmplifiedOutsideItsInterval() {
        Guidance never = Guidance.of(7).textWithin(new Interval(1, 1));
        assertEquals(
                MODEL.generate(REQUEST.guidance(1)).first(),
                MODEL.generate(REQUEST.guidance(never)).first());
    }

    @Test
    void theRequestOfAResultHasAllFieldsFilledIn() {
        Request used = MODEL.generate(Request.of("").style(STYLE).steps(1)).request();
        assertEquals(
                Guidance.joint(3).textWithin(new Interval(0, 0.6)).styleWithin(new Interval(0, 0.8)), used.guidance());
        assertEquals(0.9, used.strength());
        assertEquals(Sampler.UNIPC, used.sampler());
        assertEquals(new Size(128, 128), used.size()); // 16 latents of 8 pixels, as the base was trained
        assertEquals(MODEL.id(), used.styles().get(0).model());
    }

    @Test
    void anInitPictureChangesTheResult() {
        Picture start = Pictures.read(Golden.path("images/rgb.png"));
        Picture changed = MODEL.generate(REQUEST.init(start, 0.7)).first();
        assertEquals(64, changed.width());
        assertEquals(changed, MODEL.generate(REQUEST.init(start, 0.7)).first());
        assertNotEquals(changed, MODEL.generate(REQUEST).first());
    }

    @Test
    void anInitPictureTakesItsPartOfTheSteps() {
        Picture start = Pictures.read(Golden.path("images/rgb.png"));
        List<String> told = new ArrayList<>();
        MODEL.generate(REQUEST.steps(4).init(start, 0.5).listener(step -> told.add(step.step() + "/" + step.steps())));
        assertEquals(List.of("1/2", "2/2"), told);
    }

    @Test
    void theListenerIsCalledAfterEveryStepOfEveryPicture() {
        List<String> told = new ArrayList<>();
        MODEL.generate(REQUEST.steps(2)
                .count(2)
                .listener(step -> told.add(step.picture() + "/" + step.pictures() + " " + step.step() + "/"
                        + step.steps() + " " + step.fraction())));
        assertEquals(List.of("1/2 1/2 0.25", "1/2 2/2 0.5", "2/2 1/2 0.75", "2/2 2/2 1.0"), told);
    }

    @Test
    void thePreviewAfterTheLastStepIsThePicture() {
        AtomicReference<Picture> last = new AtomicReference<>();
        Picture picture = MODEL.generate(REQUEST.listener(step -> last.set(step.preview())))
                .first();
        assertEquals(64, last.get().width());
        int difference = 0;
        for (int i = 0; i < picture.rgb().length; i++) {
            difference = Math.max(
                    difference, Math.abs((picture.rgb()[i] & 255) - (last.get().rgb()[i] & 255)));
        }
        assertTrue(difference <= 8, "the last step of DDIM ends close to its preview, not " + difference + " away");
    }

    @Test
    void aPreviewEndsWithTheCallOfItsListener() {
        List<Progress> kept = new ArrayList<>();
        MODEL.generate(REQUEST.steps(1).listener(kept::add));
        assertThrows(IllegalStateException.class, () -> kept.get(0).preview());
    }

    @Test
    void aPreviewIsOnlyForTheThreadOfItsListener() {
        Request elsewhere = REQUEST.steps(1)
                .listener(step ->
                        assertThrows(CompletionException.class, () -> CompletableFuture.supplyAsync(step::preview)
                                .join()));
        MODEL.generate(elsewhere);
    }

    @Test
    void aListenerCanCancel() {
        List<Integer> told = new ArrayList<>();
        Request cancelled = REQUEST.listener(step -> {
            told.add(step.step());
            step.cancel();
        });
        assertThrows(CancelledException.class, () -> MODEL.generate(cancelled));
        assertEquals(List.of(1), told);
    }

    @Test
    void anExceptionOfAListenerReachesTheCaller() {
        Request failing = REQUEST.listener(step -> {
            throw new UnsupportedOperationException("of the listener");
        });
        assertThrows(UnsupportedOperationException.class, () -> MODEL.generate(failing));
    }

    @Test
    void aListenerMayEncodeAndDraw() {
        List<Picture> drawn = new ArrayList<>();
        MODEL.generate(REQUEST.steps(1)
                .listener(step -> drawn.add(MODEL.generate(REQUEST.style(MODEL.encode(step.preview())))
                        .first())));
        assertEquals(1, drawn.size());
    }

    @Test
    void aListenerCannotCloseTheModel() {
        Request closing = REQUEST.listener(step -> MODEL.close());
        assertThrows(IllegalStateException.class, () -> MODEL.generate(closing));
    }

    @Test
    void aCodeOfAnotherModelIsRefused() {
        Request foreign = Request.of("").style(new SharedCode("another", STYLE));
        assertThrows(InvalidCodeException.class, () -> MODEL.generate(foreign));
    }

    @Test
    void aSizeThatIsNotAMultipleIsRefusedWithTheNearestMultiple() {
        String message = assertThrows(InvalidRequestException.class, () -> MODEL.generate(REQUEST.size(65, 43)))
                .getMessage();
        assertTrue(message.contains("64x40"), message);
    }

    @Test
    void anInitStrengthThatLeavesNoStepIsRefused() {
        Request wild = REQUEST.init(Pictures.read(Golden.path("images/gray.png")), 0.1);
        assertThrows(StyleCodesException.class, () -> MODEL.generate(wild));
    }

    @Test
    void aCodeRoundsTheStyleValues() {
        float[] values = MODEL.styleValues(noise(1));
        int[] levels = new int[values.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) Math.max(0, Math.min(63, (values[i] + 1) * 31.5f)); // the released quantizer truncates
        }
        assertEquals(MODEL.encode(noise(1)), StyleCode.of(levels));
    }

    @Test
    void severalPicturesGiveTheMixOfTheirCodes() {
        Picture first = noise(1);
        Picture second = noise(2);
        StyleCode mixed = MODEL.encode(first, second);
        assertEquals(MODEL.encode(first).interpolate(MODEL.encode(second), 0.5), mixed);
        assertThrows(IllegalArgumentException.class, MODEL::encode);
    }

    @Test
    void theReleasedCheckpointDoesNotKnowHowItsCodesAreDistributed() {
        assertThrows(StyleCodesException.class, () -> MODEL.random(1));
    }

    @Test
    void aClosedModelSaysSo() {
        StyleCodes model = StyleCodes.open(Golden.path("tiny-sd15"));
        model.close();
        model.close();
        String message = assertThrows(IllegalStateException.class, () -> model.encode(noise(1)))
                .getMessage();
        assertTrue(message.contains("closed"), message);
    }

    @Test
    void aFolderWithoutAModelIsRefused(@TempDir Path empty) {
        assertThrows(ModelFormatException.class, () -> StyleCodes.open(empty));
        assertThrows(ModelFormatException.class, () -> StyleCodes.open(empty.resolve("nowhere")));
    }

    private static Picture noise(long seed) {
        byte[] rgb = new byte[40 * 30 * 3];
        new Random(seed).nextBytes(rgb);
        return Picture.of(40, 30, rgb);
    }
}
