package org.stylecodes.cli.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CheckCommandTest {
    @Test
    void codesAreDescribedByTheirForm() {
        CodeProgram.run("check", "RIgP_58waM-Dx3A5idNo", "nano1:RIgP_58waM-Dx3A5idNomo", "Aj8dPwAACD8rECAlCC8UGzU/HwI")
                .printed(
                        "RIgP_58waM-Dx3A5idNo: a style code; it does not name its model",
                        "nano1:RIgP_58waM-Dx3A5idNomo: a style code of the model nano1, RIgP_58waM-Dx3A5idNo",
                        "Aj8dPwAACD8rECAlCC8UGzU/HwI: a style code in the form of the first release,"
                                + " C_d_AAI_rQglIvUb1_fC");
    }

    @Test
    void aWrongSymbolNamesTheCodeThatWasMeant() {
        CodeProgram.run("check", "nano1:BIgP_58waM-Dx3A5idNomo")
                .refused(
                        "\"nano1:BIgP_58waM-Dx3A5idNomo\" is not a style code: its check symbols do not fit, so at least"
                                + " one symbol is wrong. Probably meant: nano1:RIgP_58waM-Dx3A5idNomo ('R' at character 7, not"
                                + " 'B')");
    }

    @Test
    void goodTextsAreReportedAlongWithBadOnes() {
        assertEquals(
                new CodeProgram(
                        1,
                        "RIgP_58waM-Dx3A5idNo: a style code; it does not name its model\n",
                        "\"AAAA\" is not a style code: it has 4 symbols; expected 20 (or 27 in the form of the first"
                                + " release)\n"),
                CodeProgram.run("check", "AAAA", "RIgP_58waM-Dx3A5idNo"));
    }

    @Test
    void codesOfAnotherModelAreRefused() {
        CodeProgram.run("check", "--model", "sd15", "nano1:RIgP_58waM-Dx3A5idNomo")
                .refused("nano1:RIgP_58waM-Dx3A5idNomo is a code of the model nano1 and means nothing to sd15; use it"
                        + " with nano1, or take a code of sd15");
    }

    @Test
    void jsonHoldsBothKindsOfTexts() {
        String json = """
                [ {
                  "text" : "nano1:RIgP_58waM-Dx3A5idNomo",
                  "valid" : true,
                  "form" : "shared",
                  "model" : "nano1",
                  "code" : "RIgP_58waM-Dx3A5idNo"
                }, {
                  "text" : "AAAA!",
                  "valid" : false,
                  "error" : "\\"AAAA!\\" is not a style code: character 5 is '!'; a code is written with A-Z, a-z, 0-9, - and _",
                  "position" : 4
                } ]
                """;

        assertEquals(
                new CodeProgram(1, json, ""),
                CodeProgram.run("check", "--json", "nano1:RIgP_58waM-Dx3A5idNomo", "AAAA!"));
    }

    @Test
    void codesMayBeginWithHyphens() {
        CodeProgram.run("check", "-bP30PljfwAY4CDfhaWk", "--P30PljfwAY4CDfhaWk", "-hP30PljfwAY4CDfhaWk")
                .printed(
                        "-bP30PljfwAY4CDfhaWk: a style code; it does not name its model",
                        "--P30PljfwAY4CDfhaWk: a style code; it does not name its model",
                        "-hP30PljfwAY4CDfhaWk: a style code; it does not name its model");
    }

    @Test
    void anUnknownOptionIsNotTakenForACode() {
        CodeProgram.run("check", "--jsn", "RIgP_58waM-Dx3A5idNo").misused("Unknown option: '--jsn'");
    }

    @Test
    void nothingToCheckIsMisuse() {
        CodeProgram.run("check").misused("Missing required parameter: 'CODE'");
    }

    @Test
    void helpEndsWithExamples() {
        CodeProgram help = CodeProgram.run("check", "--help");

        assertEquals(0, help.exitCode());
        assertEquals(
                "  stylecodes code check --json $(cat codes.txt)",
                help.out().lines().reduce((first, second) -> second).orElseThrow());
    }
}
