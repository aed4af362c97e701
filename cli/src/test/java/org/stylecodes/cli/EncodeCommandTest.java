package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.stylecodes.code.StyleCode;

class EncodeCommandTest {
    private static final String PHOTO = ProgramRun.IMAGES + "photo.jpg";
    private static final String GRAY = ProgramRun.IMAGES + "gray.png";

    @Test
    void onePictureGivesItsCodeAlone() {
        ProgramRun run = ProgramRun.ofModel("encode", PHOTO);
        assertEquals(0, run.exitCode());
        assertEquals(run.out(), StyleCode.parse(run.out()) + "\n");
        assertEquals("", run.err());
    }

    @Test
    void aSharedCodeNamesTheModel() {
        ProgramRun run = ProgramRun.ofModel("encode", "--shared", PHOTO);
        assertTrue(run.out().matches("stylecodes:[A-Za-z0-9_-]{22}\n"), run.out());
    }

    @Test
    void aBadFileIsReportedAndTheOthersAreEncoded() {
        ProgramRun run = ProgramRun.ofModel("encode", PHOTO, "none.png", GRAY);
        assertEquals(1, run.exitCode());
        assertEquals("none.png: cannot be read: there is no such file or folder\n", run.err());
        assertTrue(run.out().matches("[^\t]{20}\t" + PHOTO + "\n[^\t]{20}\t" + GRAY + "\n"), run.out());
    }

    @Test
    void mergedPicturesGiveOneCode() {
        String[] codes = ProgramRun.ofModel("encode", PHOTO, GRAY).out().split("\t[^\n]*\n");
        StyleCode mixed = StyleCode.parse(codes[0]).interpolate(StyleCode.parse(codes[1]), 0.5);
        assertEquals(new ProgramRun(0, mixed + "\n", ""), ProgramRun.ofModel("encode", "--merge", PHOTO, GRAY));
    }

    @Test
    void aMergeWithAPictureMissingGivesNoCode() {
        ProgramRun run = ProgramRun.ofModel("encode", "--merge", PHOTO, "none.png");
        assertEquals(1, run.exitCode());
        assertEquals("", run.out());
        assertTrue(
                run.err().endsWith("no merged code was made; leave out the pictures that cannot be read\n"), run.err());
    }

    @Test
    void jsonTellsCodesAndErrors() {
        ProgramRun run = ProgramRun.ofModel("encode", "--json", GRAY, "none.png");
        assertEquals(1, run.exitCode());
        String code = ProgramRun.ofModel("encode", GRAY).out().strip();
        String shared = ProgramRun.ofModel("encode", "--shared", GRAY).out().strip();
        assertEquals("""
                [ {
                  "path" : "%s",
                  "code" : "%s",
                  "shared" : "%s",
                  "model" : "stylecodes"
                }, {
                  "path" : "none.png",
                  "error" : "none.png: cannot be read: there is no such file or folder"
                } ]
                """.formatted(GRAY, code, shared), run.out());
    }

    @Test
    void aModelThatIsNotThereIsABadValue() {
        String message =
                ProgramRun.of("encode", "--model", "models/none", PHOTO).err();
        assertTrue(
                message.startsWith(
                        "the model models/none was not found: it is not a folder or a .safetensors or .ckpt file, and not the name"
                                + " of a model in "),
                message);
    }
}
