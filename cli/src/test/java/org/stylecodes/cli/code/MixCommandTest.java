package org.stylecodes.cli.code;

import org.junit.jupiter.api.Test;

class MixCommandTest {
    @Test
    void weightsFollowADoubleColon() {
        CodeProgram.run("mix", "9NTxZVg1k_br-NBsiH4m::2", "Mdjif0SQgY0HT0ij9ni-::5")
                .printed("aYemdrWbhjtRfpZm1eo3");
    }

    @Test
    void withoutWeightsAllCodesCountEqually() {
        CodeProgram.run("mix", "AAAAAAAAAAAAAAAAAAAA", "____________________::1.0")
                .printed("gggggggggggggggggggg");
    }

    @Test
    void aMixOfSharedCodesIsShared() {
        CodeProgram.run("mix", "nano1:RIgP_58waM-Dx3A5idNomo", "RIgP_58waM-Dx3A5idNo")
                .printed("nano1:RIgP_58waM-Dx3A5idNomo");
    }

    @Test
    void codesOfTwoModelsAreNotMixed() {
        CodeProgram.run("mix", "nano1:RIgP_58waM-Dx3A5idNomo::2", "sd15:Bwb2Dc4_dsdc6lC1MXlPEw")
                .refusedValue(
                        "sd15:Bwb2Dc4_dsdc6lC1MXlPEw is a code of the model sd15 and means nothing to nano1; use it with"
                                + " sd15, or take a code of nano1");
    }

    @Test
    void aWeightThatIsNotANumberIsMisuse() {
        CodeProgram.run("mix", "9NTxZVg1k_br-NBsiH4m::-2")
                .misused("the weight in '9NTxZVg1k_br-NBsiH4m::-2' is '-2'; expected a number of 0 or more after '::',"
                        + " as in '9NTxZVg1k_br-NBsiH4m::2'");
    }

    @Test
    void aMixWithAllWeightsZeroIsMisuse() {
        CodeProgram.run("mix", "9NTxZVg1k_br-NBsiH4m::0")
                .misused("all weights are 0; a mix needs at least one weight above 0");
    }

    @Test
    void jsonHoldsTheFormsAndLevels() {
        CodeProgram.run("mix", "--json", "--model", "nano1", "RIgP_58waM-Dx3A5idNo")
                .printed("""
                [ {
                  "code" : "RIgP_58waM-Dx3A5idNo",
                  "shared" : "nano1:RIgP_58waM-Dx3A5idNomo",
                  "levels" : [ 17, 8, 32, 15, 63, 57, 60, 48, 26, 12, 62, 3, 49, 55, 0, 57, 34, 29, 13, 40 ]
                } ]""");
    }
}
