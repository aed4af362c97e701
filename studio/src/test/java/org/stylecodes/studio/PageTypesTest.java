package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTypesTest {
    private static final Path TYPES = Path.of("src/main/web/src/types.ts");
    private static final Path WANTED = Path.of("target/types.ts");

    @Test
    void theTypesOfThePageAreThoseOfTheDocument() throws IOException {
        String wanted = PageTypes.of(ApiDocument.read());
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, wanted);
        assertEquals(
                wanted,
                Files.readString(TYPES),
                "openapi.json and the page differ; copy " + WANTED + " over " + TYPES + " and check the page with tsc");
    }
}
