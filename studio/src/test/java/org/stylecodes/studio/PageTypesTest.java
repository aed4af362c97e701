package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTypesTest {
    private static final Path TYPES = Path.of("src/main/web/src/types.ts");
    private static final Path GENERATED = Path.of("target/types.ts");

    @Test
    void theTypesOfThePageMatchTheDocument() throws IOException {
        String generated = PageTypes.of(ApiDocument.read());
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated);
        assertEquals(
                generated,
                Files.readString(TYPES),
                "openapi.json and the page differ; copy " + GENERATED + " over " + TYPES
                        + " and check the page with tsc");
    }
}
