package org.stylecodes.cli.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The commands {@code interpolate} and {@code distance}, and the group itself. */
class MeasureCommandsTest {
    private static final String LOWEST = "AAAAAAAAAAAAAAAAAAAA";
    private static final String HIGHEST = "____________________";

    @Test
    void interpolationGoesFromOneCodeToTheOther() {
        CodeProgram.run("interpolate", LOWEST, HIGHEST)
                .printed(LOWEST, "QQQQQQQQQQQQQQQQQQQQ", "gggggggggggggggggggg", "vvvvvvvvvvvvvvvvvvvv", HIGHEST);
    }

    @Test
    void interpolationTakesAsManyStepsAsAskedFor() {
        CodeProgram.run("interpolate", LOWEST, HIGHEST, "--steps", "2").printed(LOWEST, HIGHEST);
    }

    @Test
    void interpolationAtOnePositionGivesOneCode() {
        CodeProgram.run("interpolate", LOWEST, HIGHEST, "--at", "0.25").printed("QQQQQQQQQQQQQQQQQQQQ");
    }

    @Test
    void interpolationBeyondTheEndsIsMisuse() {
        CodeProgram.run("interpolate", LOWEST, HIGHEST, "--at", "1.5").misused("--at is 1.5; expected 0 to 1");
        CodeProgram.run("interpolate", LOWEST, HIGHEST, "--steps", "1").misused("--steps is 1; expected 2 to 10000");
    }

    @Test
    void theDistanceOfTwoCodesIsANumber() {
        CodeProgram.run("distance", "INdyp_MXFHCbE_4rjPWM", "czd_5wVdek7xb5hq_ObK")
                .printed("0.6998182105666912");
    }

    @Test
    void severalDistancesHaveOneLineEach() {
        CodeProgram.run("distance", LOWEST, HIGHEST, LOWEST).printed("2.0\t" + HIGHEST, "0.0\t" + LOWEST);
    }

    @Test
    void distancesAsJson() {
        CodeProgram.run("distance", "--json", LOWEST, HIGHEST).printed("""
                [ {
                  "code" : "____________________",
                  "distance" : 2.0
                } ]""");
    }

    @Test
    void aCodeToMeasureToIsRequired() {
        CodeProgram.run("distance", LOWEST).misused("Missing required parameter: 'OTHER'");
    }

    @Test
    void theGroupAloneIsMisuse() {
        CodeProgram.run().misused("Missing required subcommand");
    }

    @Test
    void aWrongSubcommandIsMisuse() {
        assertEquals(2, CodeProgram.run("chek", LOWEST).exitCode());
    }
}
