package org.stylecodes.cli.code;

import org.junit.jupiter.api.Test;

class ConvertCommandTest {
    @Test
    void everyFormIsReadAndWrittenBare() {
        CodeProgram.run(
                        "convert",
                        "--to",
                        "bare",
                        "RIgP/58waM+Dx3A5idNo",
                        "nano1:RIgP_58waM-Dx3A5idNomo",
                        "PhsPNzQPJSMfMAAYOAIDHyEaFiQ=")
                .printed("RIgP_58waM-Dx3A5idNo", "RIgP_58waM-Dx3A5idNo", "-bP30PljfwAY4CDfhaWk");
    }

    @Test
    void theSharedFormNamesTheModelGiven() {
        CodeProgram.run("convert", "--to", "shared", "--model", "sd15", "Bwb2Dc4_dsdc6lC1MXlP")
                .printed("sd15:Bwb2Dc4_dsdc6lC1MXlPEw");
    }

    @Test
    void theFormOfTheFirstReleaseIsWritten() {
        CodeProgram.run("convert", "--to=legacy", "-bP30PljfwAY4CDfhaWk").printed("PhsPNzQPJSMfMAAYOAIDHyEaFiQ");
    }

    @Test
    void sharingACodeOfAnUnknownModelIsMisuse() {
        CodeProgram.run("convert", "--to", "shared", "Bwb2Dc4_dsdc6lC1MXlP")
                .misused("Bwb2Dc4_dsdc6lC1MXlP does not name its model; give the model's id with --model ID");
    }

    @Test
    void aCodeIsNotMovedToAnotherModel() {
        CodeProgram.run("convert", "--to", "shared", "--model", "sd15", "nano1:RIgP_58waM-Dx3A5idNomo")
                .refusedValue(
                        "nano1:RIgP_58waM-Dx3A5idNomo is a code of the model nano1 and means nothing to sd15; use it"
                                + " with nano1, or take a code of sd15");
    }

    @Test
    void aMalformedModelIdIsMisuse() {
        CodeProgram.run("convert", "--to", "shared", "--model", "SD15", "Bwb2Dc4_dsdc6lC1MXlP")
                .misused("--model is 'SD15'; expected an id of 1 to 16 characters from a-z, 0-9 and -, beginning with a"
                        + " letter");
    }

    @Test
    void theFormIsRequired() {
        CodeProgram.run("convert", "Bwb2Dc4_dsdc6lC1MXlP").misused("Missing required option: '--to=FORM'");
    }
}
