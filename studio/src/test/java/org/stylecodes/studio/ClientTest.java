package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Guidance;
import org.stylecodes.StyleCodes;
import org.stylecodes.client.DrawGuidance;
import org.stylecodes.client.DrawProgress;
import org.stylecodes.client.DrawRequest;
import org.stylecodes.client.RefusedException;
import org.stylecodes.client.StudioClient;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;

/** The Java client against a studio that wants a token. */
class ClientTest {
    private static final String TOKEN = "a token of this test";
    private static final StyleCode CODE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static StudioClient client;

    @BeforeAll
    static void start() throws InterruptedException {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano).access("127.0.0.1", List.of(TOKEN)));
        client = StudioClient.at(studio.address()).token(TOKEN);
        Caller.of(studio).awaitReady();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void itSharesCodesOfTheModelOfTheStudio() {
        assertEquals(new SharedCode("nano1", CODE), client.share(CODE));
    }

    @Test
    void itEncodesAsTheLibraryDoes() {
        Picture picture = Picture.of(32, 32, new byte[32 * 32 * 3]);
        try (StyleCodes model = StyleCodes.nano()) {
            assertEquals(model.share(model.encode(picture)), client.encode(Pictures.png(picture)));
            assertEquals(model.share(model.random(5)), client.random(5));
        }
    }

    @Test
    void itDrawsAndTellsOfEveryStep() {
        List<DrawProgress> steps = new ArrayList<>();
        List<byte[]> pictures = client.generate(
                DrawRequest.of("a house")
                        .style(CODE)
                        .steps(3)
                        .size(64, 64)
                        .seed(4)
                        .count(2),
                steps::add);
        assertEquals(2, pictures.size());
        assertEquals(
                5,
                PictureNotes.read(Pictures.readText(pictures.get(1))).request().seed());
        assertEquals(new DrawProgress(2, 2, 3, 3), steps.get(steps.size() - 1));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        DrawRequest request = DrawRequest.of("a cat").steps(1).size(64, 64).seed(9);
        assertArrayEquals(
                client.generate(request).get(0), client.generate(request).get(0));
    }

    @Test
    void itStartsFromAPicture() {
        byte[] init = Pictures.png(Picture.of(64, 64, new byte[64 * 64 * 3]));
        PictureNotes notes = notes(DrawRequest.of("").init(init, 0.5));
        assertEquals(0.5, notes.initStrength());
    }

    @Test
    void itGuidesAsTheLibraryDoes() {
        assertEquals(
                Guidance.separate(3, 1.5),
                notes(DrawRequest.of("").style(CODE).guidance(DrawGuidance.separate(3, 1.5)))
                        .request()
                        .guidance());
        assertEquals(
                Guidance.joint(2),
                notes(DrawRequest.of("").guidance(DrawGuidance.separate(3, 1.5)).guidance(DrawGuidance.joint(2)))
                        .request()
                        .guidance());
        assertEquals(
                Guidance.reference(2),
                notes(DrawRequest.of("").guidance(DrawGuidance.reference(2)))
                        .request()
                        .guidance());
    }

    @Test
    void itMixesStylesAsTheLibraryDoes() {
        List<WeightedCode> codes =
                List.of(new WeightedCode(CODE, 1), new WeightedCode(StyleCode.parse("AAAAAAAAAAAAAAAAAAAA"), 3));
        assertEquals(
                StyleCode.mix(codes),
                notes(DrawRequest.of("").style(CODE).styles(codes)).request().mix());
    }

    private static PictureNotes notes(DrawRequest request) {
        byte[] png = client.generate(request.steps(2).size(64, 64)).get(0);
        return PictureNotes.read(Pictures.readText(png));
    }

    @Test
    void itTellsWhatTheStudioRefuses() {
        RefusedException refusal = assertThrows(
                RefusedException.class, () -> client.generate(DrawRequest.of("").size(65, 64)));
        assertEquals(422, refusal.status());
        assertEquals("the size is 65x64, but nano1 draws multiples of 8; the nearest is 64x64", refusal.getMessage());
        assertEquals(Optional.empty(), refusal.suggestion());
    }

    @Test
    void itIsRefusedWithoutTheToken() {
        RefusedException refusal = assertThrows(
                RefusedException.class, () -> StudioClient.at(studio.address()).model());
        assertEquals(401, refusal.status());
    }

    @Test
    void aStudioThatIsNotThereIsNamed() {
        StudioClient nobody = StudioClient.at(URI.create("http://127.0.0.1:1"));
        assertEquals(0, assertThrows(RefusedException.class, nobody::model).status());
    }
}
