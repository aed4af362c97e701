package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

class ReadingOptionTest {
    private static final String PHOTO = ProgramRun.IMAGES + "photo.jpg";

    private static final Picture READ = Pictures.read(Path.of(PHOTO));
    private static final int PIXELS = READ.width() * READ.height();
    private static final String ABOVE = PHOTO + ": has " + READ.width() + "x" + READ.height()
            + " pixels, more than the limit of " + (PIXELS - 1) + "; make it smaller or raise the limit";

    @ParameterizedTest
    @ValueSource(strings = {"generate x --style @", "generate x --init @", "grid --prompt x --style @"})
    void aPictureAboveTheLimitIsABadValue(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        Collections.replaceAll(arguments, "@", PHOTO);
        arguments.addAll(List.of("--max-pixels", String.valueOf(PIXELS - 1)));
        ProgramRun.ofModel(arguments.toArray(String[]::new)).misused(ABOVE);
    }

    @Test
    void encodeReportsAPictureAboveTheLimitAsUnreadable() {
        ProgramRun.ofModel("encode", PHOTO, "--max-pixels", String.valueOf(PIXELS - 1))
                .failed(ABOVE);
    }

    @Test
    void aPictureAtTheLimitIsRead() {
        assertEquals(
                0,
                ProgramRun.ofModel("encode", PHOTO, "--max-pixels", String.valueOf(PIXELS))
                        .exitCode());
    }

    @Test
    void anImpossibleLimitIsMisuse() {
        ProgramRun.ofModel("encode", PHOTO, "--max-pixels", "0")
                .misused("Invalid value for option '--max-pixels': maxPixels is 0, expected 1 to 700000000");
    }
}
