package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Pictures;

class RenderCommandTest {
    @TempDir
    private Path folder;

    @Test
    void scenesAreWrittenByStyleWithAListOfThem() throws IOException {
        Path scenes = folder.resolve("scenes");
        ProgramRun run = ProgramRun.of(
                "render",
                scenes.toString(),
                "--styles",
                "2",
                "--pictures",
                "1",
                "--size",
                "32",
                "--objects",
                "boat,cat",
                "--first-style",
                "5");
        assertEquals(new ProgramRun(0, scenes + "\n", ""), run);
        assertEquals(32, Pictures.read(scenes.resolve("6/000.png")).width());
        List<String> lines = Files.readAllLines(scenes.resolve("metadata.jsonl"));
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("{\"file\": \"5/000.png\", \"style\": 5, \"objects\": [\""), lines.get(0));
    }

    @Test
    void withoutAFolderThereIsNothingToWriteTo() {
        ProgramRun.of("render").misused("there is nothing to write to; give a folder, or --sheet with a file");
    }

    @Test
    void aSizeOutOfRangeIsABadValue() {
        ProgramRun.of("render", "scenes", "--size", "8").misused("--size is 8; expected 16 to 4096 pixels");
    }
}
