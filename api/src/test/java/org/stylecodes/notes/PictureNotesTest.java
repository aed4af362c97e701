package org.stylecodes.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stylecodes.Generation;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.sampler.Sampler;

class PictureNotesTest {
    private static final SharedCode DUSK = SharedCode.parse("nano1:RIgP_58waM-Dx3A5idNomo");
    private static final Picture PICTURE = Picture.of(1, 1, new byte[3]);

    private static final Request REQUEST = Request.of("a house, \"on\" a hill\nat night: Größe 3")
            .negative("Negative prompt: low quality")
            .style(DUSK)
            .style(new SharedCode("nano1", StyleCode.parse("Bwb2Dc4_dsdc6lC1MXlP")))
            .strength(0.7)
            .guidance(Guidance.separate(2, 1.5).textWithin(Interval.ALL).styleWithin(new Interval(0, 0.5)))
            .steps(20)
            .sampler(Sampler.DPMPP_2M_KARRAS)
            .size(256, 128)
            .seed(Long.MAX_VALUE - 7)
            .precision(Precision.BFLOAT16);

    @Test
    void aRequestComesBackFromItsPng() {
        byte[] png =
                Pictures.png(PICTURE, PictureNotes.of(generation(REQUEST), 0).texts());
        PictureNotes read = PictureNotes.read(Pictures.readText(png));
        assertEquals(REQUEST, read.request());
        assertEquals("nano1", read.model());
        assertNull(read.initStrength());
    }

    @Test
    void eachPictureOfSeveralHasItsOwnSeed() {
        Generation generation =
                new Generation(List.of(PICTURE, PICTURE), REQUEST.seed(238).count(2), "nano1");
        Request second =
                PictureNotes.read(PictureNotes.of(generation, 1).texts()).request();
        assertEquals(REQUEST.seed(239), second);
    }

    @Test
    void theStrengthOfAnInitPictureIsKept() {
        PictureNotes notes = PictureNotes.of(generation(REQUEST.init(PICTURE, 0.6)), 0);
        assertEquals(0.6, PictureNotes.read(notes.texts()).initStrength());
        assertNull(notes.request().init());
    }

    @Test
    void notesWithoutIntervalsMeanAllSteps() {
        PictureNotes older = PictureNotes.read(
                Map.of(PictureNotes.JSON, "{\"format\":2,\"request\":{\"prompt\":\"a cat\",\"seed\":1}}"));
        assertEquals(Interval.ALL, older.request().guidance().textInterval());
        assertEquals(Interval.ALL, older.request().guidance().styleInterval());
    }

    @Test
    void thePrecisionIsKept() {
        Request half = Request.of("a cat").seed(1).precision(Precision.BFLOAT16);
        PictureNotes notes = new PictureNotes(half, null, null, null);
        assertEquals(
                Precision.BFLOAT16, PictureNotes.read(notes.texts()).request().precision());
    }

    @Test
    void notesWithoutAPrecisionAreOfAPictureInFloat32() {
        String json = "{\"format\": 2, \"request\": {\"prompt\": \"a cat\", \"seed\": 1}}";
        assertEquals(
                Precision.FLOAT32,
                PictureNotes.read(Map.of(PictureNotes.JSON, json)).request().precision());
    }

    @Test
    void theNotesContainTheMixedCode() {
        String json = PictureNotes.of(generation(Request.of("a cat").style(DUSK).seed(1)), 0)
                .texts()
                .get(PictureNotes.JSON);
        assertTrue(json.contains("\"code\":\"nano1:RIgP_58waM-Dx3A5idNomo\""), json);
    }

    @Test
    void parametersOfAnotherProgramAreReadIfThereAreNoOwnNotes() {
        PictureNotes notes = PictureNotes.read(Map.of("parameters", "a cat\nSteps: 12, Sampler: Euler a, Seed: 5"));
        assertEquals(
                Request.of("a cat").steps(12).sampler(Sampler.EULER_ANCESTRAL).seed(5), notes.request());
        assertNull(notes.model());
    }

    @Test
    void aPictureWithoutNotesIsRefused() {
        String message = refusal(Map.of("Software", "another")).getMessage();
        assertTrue(message.startsWith("the picture does not record how it was made"), message);
    }

    @Test
    void notesOfFormatOneAreRead() {
        String json =
                "{\"format\":1,\"version\":\"0.1.0\",\"model\":\"nano1\",\"code\":\"nano1:RIgP_58waM-Dx3A5idNomo\","
                        + "\"request\":{\"prompt\":\"a boat\",\"negative\":\"a dog\","
                        + "\"styles\":[{\"code\":\"nano1:RIgP_58waM-Dx3A5idNomo\",\"weight\":3.0}],\"strength\":0.7,"
                        + "\"guidance\":{\"mode\":\"SEPARATE\",\"text\":3.5,\"style\":1.5,"
                        + "\"textInterval\":{\"start\":0.1,\"end\":0.9},\"styleInterval\":{\"start\":0.2,\"end\":0.8}},"
                        + "\"steps\":9,\"sampler\":\"euler_ancestral\",\"size\":\"72x64\",\"seed\":9007199254740993,"
                        + "\"initStrength\":0.6}}";
        Request request = Request.of("a boat")
                .negative("a dog")
                .style(DUSK, 3)
                .strength(0.7)
                .guidance(Guidance.separate(3.5, 1.5)
                        .textWithin(new Interval(0.1, 0.9))
                        .styleWithin(new Interval(0.2, 0.8)))
                .steps(9)
                .sampler(Sampler.EULER_ANCESTRAL)
                .size(72, 64)
                .seed(9007199254740993L)
                .precision(Precision.FLOAT32);
        assertEquals(
                new PictureNotes(request, 0.6, "nano1", "0.1.0"), PictureNotes.read(Map.of(PictureNotes.JSON, json)));
    }

    @Test
    void notesOfFormatOneWithABadSizeAreRefused() {
        String json = "{\"format\":1,\"request\":{\"prompt\":\"\",\"guidance\":{},\"size\":\"large\",\"seed\":1}}";
        assertEquals(
                "the picture's record of how it was made is damaged: 'large' is not a size; expected WIDTHxHEIGHT, such as"
                        + " 512x512",
                refusal(Map.of(PictureNotes.JSON, json)).getMessage());
    }

    @Test
    void notesOfANewerFormatAreRefused() {
        assertEquals(
                "the picture was made by a newer version of stylecodes, whose notes have the format 3; this version reads"
                        + " up to 2",
                refusal(Map.of("stylecodes", "{\"format\":3,\"request\":{}}")).getMessage());
    }

    @Test
    void damagedNotesAreRefusedWithTheProblem() {
        String json = PictureNotes.of(generation(REQUEST), 0).texts().get(PictureNotes.JSON);
        String message = refusal(Map.of("stylecodes", json.replace("\"steps\":20", "\"steps\":0")))
                .getMessage();
        assertEquals(
                "the picture's record of how it was made is damaged: the number of steps is 0; expected 1 to 1000",
                message);
    }

    @Test
    void truncatedNotesAreRefused() {
        String json = PictureNotes.of(generation(REQUEST), 0).texts().get(PictureNotes.JSON);
        for (int length = 0; length < json.length(); length++) {
            refusal(Map.of("stylecodes", json.substring(0, length)));
        }
    }

    @Test
    void notesWithAMissingPartAreReadOrRefused() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        String json = PictureNotes.of(generation(REQUEST), 0).texts().get(PictureNotes.JSON);
        for (String part : List.of("prompt", "negative", "styles", "guidance", "seed", "width", "sampler", "steps")) {
            ObjectNode damaged = (ObjectNode) mapper.readTree(json);
            damaged.withObject("/request").putNull(part);
            try {
                PictureNotes.read(Map.of(PictureNotes.JSON, damaged.toString()));
            } catch (StyleCodesException refusal) {
                assertTrue(refusal.getMessage().contains("damaged"), refusal.getMessage());
            }
        }
    }

    @Test
    void notesWithNullAmongTheStylesAreRefused() {
        String json = "{\"format\":2,\"request\":{\"prompt\":\"a\",\"seed\":1,\"styles\":[null]}}";
        String message = refusal(Map.of(PictureNotes.JSON, json)).getMessage();
        assertTrue(message.contains("damaged: styles[0] is null"), message);
    }

    @Test
    void notesWithAMalformedModelAreRefused() {
        String json = "{\"format\":2,\"model\":\"My Model\",\"request\":{\"prompt\":\"a\",\"seed\":1}}";
        String message = refusal(Map.of(PictureNotes.JSON, json)).getMessage();
        assertTrue(message.contains("damaged: the model is 'My Model'"), message);
    }

    private static Generation generation(Request request) {
        return new Generation(List.of(PICTURE), request, "nano1");
    }

    private static StyleCodesException refusal(Map<String, String> texts) {
        return assertThrows(StyleCodesException.class, () -> PictureNotes.read(texts));
    }
}
