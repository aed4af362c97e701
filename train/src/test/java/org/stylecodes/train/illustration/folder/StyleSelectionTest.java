package org.stylecodes.train.illustration.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.error.InvalidRequestException;

class StyleSelectionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1 | 2 | 2 | 16 | the seed is -1; expected 0 to 2000000000
            0 | 1 | 2 | 16 | the number of styles is 1; expected 2 to 1000000
            0 | 1000001 | 2 | 16 | the number of styles is 1000001; expected 2 to 1000000
            0 | 2 | 1 | 16 | the number of pictures of a style is 1; expected 2 to 1000
            0 | 2 | 1001 | 16 | the number of pictures of a style is 1001; expected 2 to 1000
            0 | 2 | 2 | 0 | the size is 0; expected a multiple of 16 from 16 to 1024
            0 | 2 | 2 | 100 | the size is 100; expected a multiple of 16 from 16 to 1024
            0 | 2 | 2 | 1040 | the size is 1040; expected a multiple of 16 from 16 to 1024
            """)
    void valuesOutOfRangeAreNamed(long seed, int styles, int pictures, int size, String message) {
        assertEquals(
                message,
                assertThrows(
                                InvalidRequestException.class,
                                () -> new StyleSelection(seed, styles, pictures, size, null))
                        .getMessage());
    }

    @Test
    void stylesForTrainingEndBeforeTheSeedsForJudging() {
        assertEquals(20, new StyleSelection(2_999_990, 10, 2, 16, null).total());
        assertEquals(20, new StyleSelection(3_000_000, 10, 2, 16, null).total());
        assertEquals(
                "11 styles from the seed 2999990 reach into the seeds from 3000000 on, which are kept for judging; choose a"
                        + " smaller seed or fewer styles",
                assertThrows(InvalidRequestException.class, () -> new StyleSelection(2_999_990, 11, 2, 16, null))
                        .getMessage());
    }

    @Test
    void whatIsHeldOutHasSeedsForJudging() {
        assertEquals(
                "the seed is 7; expected 3000000 or more, because these pictures are for judging",
                assertThrows(InvalidRequestException.class, () -> new StyleSelection(7, 2, 2, 16, HeldOut.NEON))
                        .getMessage());
    }
}
