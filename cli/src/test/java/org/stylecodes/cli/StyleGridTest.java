package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.ReadOptions;

class StyleGridTest {
    private static final String PHOTO = ProgramRun.IMAGES + "photo.jpg";
    private static final String CODE = "RIgP_58waM-Dx3A5idNo";

    @Test
    void theRowOfAPictureNamesItsFileAndItsCode() {
        try (StyleCodes model = StyleCodes.open(Path.of(ProgramRun.MODEL))) {
            StyleGrid.Row row = StyleGrid.Row.of(StyleArgument.parse(PHOTO, ReadOptions.DEFAULT), model);
            assertEquals("photo.jpg " + row.style().code(), row.label());
        }
    }

    @Test
    void theRowOfACodeNamesTheCodeAlone() {
        try (StyleCodes model = StyleCodes.open(Path.of(ProgramRun.MODEL))) {
            assertEquals(
                    CODE,
                    StyleGrid.Row.of(StyleArgument.parse(CODE, ReadOptions.DEFAULT), model)
                            .label());
        }
    }

    @Test
    void theRowWithoutAStyleHasNoLabel() {
        assertEquals("", new StyleGrid.Row(null, "", null).label());
    }
}
