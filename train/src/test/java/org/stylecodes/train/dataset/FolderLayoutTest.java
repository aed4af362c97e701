package org.stylecodes.train.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.InvalidRequestException;

class FolderLayoutTest {
    @TempDir
    private Path folder;

    @Test
    void theFolderOfAPictureIsItsStyle() throws Exception {
        put("oil/b.jpg", "B");
        put("ink/fine/a.png", "A");
        Dataset data = Dataset.open(folder);
        assertEquals(Dataset.Layout.FOLDERS, data.layout());
        assertEquals(List.of("ink/fine/a.png", "oil/b.jpg"), names(data));
        assertEquals("ink/fine", data.examples().get(0).style());
        assertArrayEquals(new byte[] {'A'}, data.examples().get(0).bytes());
    }

    @Test
    void captionsHaveEitherEndingInAnyCase() throws Exception {
        put("ink/a.png", "");
        put("ink/a.txt", "a cat");
        put("ink/a.caption", "overruled");
        put("ink/b.png", "");
        put("ink/b.caption", "a dog");
        put("ink/c.png", "");
        put("ink/c.TXT", "a fox");
        put("ink/d.png", "");
        assertEquals(
                List.of("a cat", "a dog", "a fox", ""),
                Dataset.open(folder).examples().stream()
                        .map(example -> example.caption().text())
                        .toList());
    }

    @Test
    void hiddenFilesAndFoldersAreCounted() throws Exception {
        put("ink/a.png", "");
        put("ink/._a.png", "");
        put("__MACOSX/ink/._a.png", "");
        put("ink/.ipynb_checkpoints/a.png", "");
        Dataset data = Dataset.open(folder);
        assertEquals(List.of("ink/a.png"), names(data));
        assertEquals(
                List.of(new Omission(
                        Omission.Reason.HIDDEN, 3, List.of("__MACOSX", "ink/._a.png", "ink/.ipynb_checkpoints"))),
                data.omissions());
    }

    @Test
    void aPictureOutsideTheFoldersHasNoStyle() throws Exception {
        put("stray.png", "");
        assertEquals(
                List.of(new Omission(Omission.Reason.NO_STYLE, 1, List.of("stray.png"))),
                Dataset.open(folder).omissions());
    }

    @Test
    void linksToFoldersAreFollowed() throws Exception {
        put("real/ink/a.png", "");
        put("real/oil/b.png", "");
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("x"), Path.of("../real/ink"));
        Files.createSymbolicLink(folder.resolve("all"), Path.of("real"));
        assertEquals(List.of("x/a.png"), names(Dataset.open(linked)));
        assertEquals(List.of("ink/a.png", "oil/b.png"), names(Dataset.open(folder.resolve("all"))));
    }

    @Test
    void linksInACircleEnd() throws Exception {
        put("ink/a.png", "");
        Files.createSymbolicLink(folder.resolve("ink/up"), Path.of(".."));
        Dataset data = Dataset.open(folder);
        assertEquals(List.of("ink/a.png"), names(data));
        assertEquals(List.of(new Omission(Omission.Reason.REPEATED_FOLDER, 1, List.of("ink/up/"))), data.omissions());
    }

    /** Each folder has two links to the next, so there are 2^40 paths to the last one. */
    @Test
    void linksThatMultiplyPathsAreReadOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            Path level = Files.createDirectory(folder.resolve("d" + i));
            Files.createSymbolicLink(level.resolve("a"), Path.of("../d" + (i + 1)));
            Files.createSymbolicLink(level.resolve("b"), Path.of("../d" + (i + 1)));
        }
        put("d40/a.png", "");
        assertEquals(List.of("d40/a.png"), names(Dataset.open(folder)));
    }

    @Test
    void aBrokenLinkIsNoPicture() throws Exception {
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("ink")).resolve("a.png"), Path.of("none"));
        assertEquals(
                List.of(new Omission(Omission.Reason.NOT_A_FILE, 1, List.of("ink/a.png"))),
                Dataset.open(folder).omissions());
    }

    @Test
    void aFileIsNoDataSet() throws Exception {
        Path file = put("a.png", "");
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> Dataset.open(file));
        assertEquals(file + ": there is no such folder", refused.getMessage());
    }

    private Path put(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<String> names(Dataset data) {
        return data.examples().stream().map(Example::name).toList();
    }
}
