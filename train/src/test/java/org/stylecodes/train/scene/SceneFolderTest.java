package org.stylecodes.train.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneFolderTest {
    private static final SceneFolder FOLDER =
            new SceneFolder(40, 2, 3, List.of(SceneObject.BOAT, SceneObject.STAR), .5, 32);

    @TempDir
    Path folder;

    @Test
    void writesOnePngPerSampleWithThePixelsOfTheSample() throws IOException {
        FOLDER.write(folder);
        BufferedImage picture = ImageIO.read(folder.resolve("41/002.png").toFile());
        int[] opaque = Arrays.stream(FOLDER.sample(1, 2).render(32))
                .map(rgb -> rgb | 0xff000000)
                .toArray();
        assertArrayEquals(opaque, picture.getRGB(0, 0, 32, 32, null, 0, 32));
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
    void sheetHasARowForEveryStyle() throws IOException {
        Path file = folder.resolve("sheet.png");
        FOLDER.writeSheet(file);
        BufferedImage sheet = ImageIO.read(file.toFile());
        assertEquals(3 * 32, sheet.getWidth());
        assertEquals(2 * 32, sheet.getHeight());
        assertEquals(FOLDER.sample(1, 2).render(32)[0] | 0xff000000, sheet.getRGB(64, 32));
    }

    @Test
    void dataSetWithoutStylesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SceneFolder.of(0, 0, 1));
    }
}
