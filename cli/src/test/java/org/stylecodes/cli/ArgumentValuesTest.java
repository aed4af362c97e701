package org.stylecodes.cli;

import org.junit.jupiter.api.Test;

class ArgumentValuesTest {
    @Test
    void textThatIsNotANumberIsRefused() {
        ProgramRun.of("generate", "a cat", "--strength", "half")
                .misused("Invalid value for option '--strength': 'half' is not a number");
        ProgramRun.of("code", "vary", "RIgP_58waM-Dx3A5idNo", "--amount", "much")
                .misused("Invalid value for option '--amount': 'much' is not a number");
    }

    @Test
    void textThatIsNotAWholeNumberIsRefused() {
        ProgramRun.of("generate", "a cat", "--steps", "1.5")
                .misused("Invalid value for option '--steps': '1.5' is not a whole number");
        ProgramRun.of("generate", "a cat", "--seed", "x")
                .misused("Invalid value for option '--seed': 'x' is not a whole number");
    }

    @Test
    void aWholeNumberThatIsTooLargeIsRefusedWithItsRange() {
        ProgramRun.of("generate", "a cat", "--steps", "3000000000")
                .misused("Invalid value for option '--steps': 3000000000 is out of range; expected -2147483648 to"
                        + " 2147483647");
        ProgramRun.of("generate", "a cat", "--seed", "9999999999999999999")
                .misused("Invalid value for option '--seed': 9999999999999999999 is out of range; expected"
                        + " -9223372036854775808 to 9223372036854775807");
    }

    @Test
    void anUnknownWordIsRefusedWithTheKnownWords() {
        ProgramRun.of("generate", "a cat", "--guidance-mode", "both")
                .misused("Invalid value for option '--guidance-mode': 'both' is not one of reference, joint, separate");
    }
}
