package org.stylecodes.train.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

class SceneFolderTest {
    private static final SceneFolder FOLDER =
            new SceneFolder(40, 2, 3, List.of(SceneObject.BOAT, SceneObject.STAR), .5, 32);

    @TempDir
    Path folder;

    @Test
    void writesOnePngPerSampleWithThePixelsOfTheSample() throws IOException {
        FOLDER.write(folder);
        assertEquals(FOLDER.sample(1, 2).render(32), Pictures.read(folder.resolve("41/002.png")));
    }

    @Test
    void metadataHasALineForEverySample() throws IOException {
        FOLDER.write(folder);
        List<String> lines = Files.readAllLines(folder.resolve("metadata.jsonl"));
        SceneSample last = FOLDER.sample(1, 2);
        assertEquals(6, lines.size());
        assertEquals(
                "{\"file\": \"41/002.png\", \"style\": 41, \"objects\": ["
                        + String.join(
                                ", ",
                                last.content().objects().stream()
                                        .map(object -> '"' + object.word() + '"')
                                        .toList())
                        + "], \"caption\": \"" + last.caption() + "\"}",
                lines.get(5));
    }

    @Test
    void sheetHasARowForEveryStyle() {
        Path file = folder.resolve("sheet.png");
        FOLDER.writeSheet(file);
        Picture sheet = Pictures.read(file);
        assertEquals(3 * 32, sheet.width());
        assertEquals(2 * 32, sheet.height());
        assertEquals(FOLDER.sample(1, 2).render(32).sample(5, 7, 0), sheet.sample(64 + 5, 32 + 7, 0));
    }

    @Test
    void dataSetWithoutStylesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SceneFolder.of(0, 0, 1));
    }
}
