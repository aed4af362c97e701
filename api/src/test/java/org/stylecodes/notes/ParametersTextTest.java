package org.stylecodes.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.stylecodes.Request;
import org.stylecodes.code.SharedCode;
import org.stylecodes.sampler.Sampler;

class ParametersTextTest {
    private static final SharedCode DUSK = SharedCode.parse("nano1:RIgP_58waM-Dx3A5idNomo");

    @Test
    void theTextHasTheFormThatOtherProgramsExpect() {
        Request request = Request.of("a house on a hill")
                .negative("low quality")
                .style(DUSK)
                .strength(0.9)
                .guidance(2.5)
                .steps(20)
                .sampler(Sampler.DPMPP_2M_KARRAS)
                .size(512, 640)
                .seed(238);
        assertEquals("""
                a house on a hill
                Negative prompt: low quality
                Steps: 20, Sampler: DPM++ 2M Karras, CFG scale: 2.5, Seed: 238, Size: 512x640, Model: nano1, \
                Denoising strength: 0.6, Style code: "nano1:RIgP_58waM-Dx3A5idNomo", Style strength: 0.9, \
                Version: stylecodes 0.1.0""", ParametersText.of(new PictureNotes(request, 0.6, "nano1", "0.1.0")));
    }

    @Test
    void aWrittenRequestIsReadBack() {
        Request request = Request.of("a house,\non a hill: \"at night\"")
                .negative("low quality, Steps: 3")
                .style(DUSK)
                .strength(0.5)
                .guidance(3)
                .steps(7)
                .sampler(Sampler.PNDM)
                .size(64, 128)
                .seed(-1);
        assertEquals(request, ParametersText.read(ParametersText.of(new PictureNotes(request, null, "nano1", null))));
    }

    @Test
    void unknownSettingsOfAnotherProgramAreIgnored() {
        Request read = ParametersText.read("""
                masterpiece, (cat:1.2), <lora:ink:0.8>
                Negative prompt: blurry,
                  text
                Steps: 28, Sampler: DPM++ SDE Exponential, Schedule type: Karras, CFG scale: 6.5, Seed: 3405691582, \
                Size: 832x1216, Model hash: 1a2b3c, Model: "anything, v3: best", Lora hashes: "ink: 00, a: 1", Version: 1.9""");
        assertEquals(
                Request.of("masterpiece, (cat:1.2), <lora:ink:0.8>")
                        .negative("blurry,\n  text")
                        .steps(28)
                        .guidance(6.5)
                        .seed(3_405_691_582L)
                        .size(832, 1216),
                read);
    }

    @Test
    void valuesOutOfRangeAreIgnored() {
        assertEquals(
                Request.of("a cat").seed(4),
                ParametersText.read("a cat\nSteps: 0, Size: 9999x9999, CFG scale: -3, Seed: 4, Style code: none"));
    }

    @Test
    void aLastLineOfFewSettingsBelongsToThePrompt() {
        assertEquals(Request.of("a cat\nred: blue, warm"), ParametersText.read("a cat\nred: blue, warm"));
    }

    @Test
    void anEmptyTextIsAnEmptyPrompt() {
        assertEquals(Request.of(""), ParametersText.read(""));
    }

    @Test
    void aLastLineTooLongForSettingsIsPartOfThePrompt() {
        String line = "Steps: 20, Sampler: \"" + "\\a".repeat(40_000) + "\", Seed: 1";
        assertEquals("a house\n" + line, ParametersText.read("a house\n" + line).prompt());
    }

    @Test
    void manyEscapesInAValueAreRead() {
        String line = "Steps: 20, Sampler: Euler, Extra: \"" + "\\\\".repeat(3_000) + "\", Seed: 7";
        assertEquals(7L, ParametersText.read("a house\n" + line).seed());
    }
}
