package org.stylecodes.cli.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** The commands {@code vary} and {@code random}. */
class DrawCommandsTest {
    @Test
    void aVariationFollowsItsSeed() {
        CodeProgram.run("vary", "RIgP_58waM-Dx3A5idNo", "--seed", "238").printed("WIeO3-8waL_A02A6fRMo");
        CodeProgram.run("vary", "RIgP_58waM-Dx3A5idNo", "--seed", "7", "--amount", "0.5")
                .printed("eWbb_q___AoA8sA_TbOZ");
    }

    @Test
    void variationsOfASharedCodeAreShared() {
        CodeProgram.run("vary", "nano1:RIgP_58waM-Dx3A5idNomo", "--amount", "0", "--count", "2")
                .printed("nano1:RIgP_58waM-Dx3A5idNomo", "nano1:RIgP_58waM-Dx3A5idNomo");
    }

    @Test
    void aLargerCountBeginsWithTheSameVariations() {
        String two = CodeProgram.run("vary", "RIgP_58waM-Dx3A5idNo", "--seed", "238", "--count", "2")
                .out();

        assertEquals("WIeO3-8waL_A02A6fRMo", two.lines().findFirst().orElseThrow());
        assertEquals(2, two.lines().distinct().count());
    }

    @Test
    void withoutASeedEveryDrawIsDifferent() {
        assertNotEquals(
                CodeProgram.run("random", "--uniform").out(),
                CodeProgram.run("random", "--uniform").out());
    }

    @Test
    void uniformCodesAreOfNoModel() {
        CodeProgram.run("random", "--uniform", "--seed", "238").printed("u6g-FTVMcVhdql-aYfCV");
    }

    @Test
    void randomCodesAreOfTheBuiltInModel() {
        CodeProgram.run("random", "--seed", "238").printed("nano1:bXVYOidefgndqnnsocsvyR");
    }

    @Test
    void randomCodesAreOfTheModelAskedFor() {
        CodeProgram.run("random", "--seed", "238", "--model", "models/dusk").printed("dusk:bXVYOidefgndqnnsocsvTE");
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        CodeProgram.run("random", "--model", "models/dawn").refused("the model models/dawn was not found");
    }

    @Test
    void aModelAndUniformLevelsExcludeEachOther() {
        CodeProgram.run("random", "--uniform", "--model", "models/dusk")
                .misused("Error: --model=MODEL, --uniform are mutually exclusive (specify only one)");
    }

    @Test
    void amountsAndCountsOutOfRangeAreMisuse() {
        CodeProgram.run("vary", "RIgP_58waM-Dx3A5idNo", "--amount=-1").misused("--amount is -1.0; expected 0 or more");
        CodeProgram.run("random", "--uniform", "--count", "0").misused("--count is 0; expected 1 to 10000");
    }
}
