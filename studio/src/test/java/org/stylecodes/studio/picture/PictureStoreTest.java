package org.stylecodes.studio.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.limits.MemoryBudget;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

class PictureStoreTest {
    private static final Picture PICTURE = Picture.of(2, 1, new byte[] {1, 2, 3, 4, 5, 6});

    @TempDir
    private Path folder;

    private Store store;
    private PictureStore pictures;

    @BeforeEach
    void open() {
        store = SqlStore.file(folder.resolve("studio.db"));
        pictures = new PictureStore(folder, store.pictures(), MemoryBudget.ofHeap());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStoredPictureIsReadBack() {
        PictureInfo kept = pictures.add(PICTURE, Map.of());
        assertEquals(Optional.of(kept), pictures.find(kept.id()));
        assertEquals(PICTURE, pictures.picture(kept));
    }

    @Test
    void anUnusedPictureIsRemovedWithItsThumbnail() throws IOException {
        PictureInfo kept = pictures.add(PICTURE, Map.of());
        pictures.thumbnail(kept);
        assertEquals(2, files().size());
        assertEquals(1, pictures.removeUnused(Instant.now().plusSeconds(60)));
        assertEquals(List.of(), files());
        assertEquals(Optional.empty(), pictures.find(kept.id()));
    }

    @Test
    void aPictureThatIsSentAgainIsKept() {
        pictures.add(PICTURE, Map.of());
        Instant between = Instant.now().plusMillis(1);
        while (!Instant.now().isAfter(between.plusMillis(1))) {
            Thread.onSpinWait();
        }
        PictureInfo again = pictures.add(PICTURE, Map.of());
        assertEquals(0, pictures.removeUnused(between));
        assertEquals(PICTURE, pictures.picture(again));
    }

    @Test
    void aPictureThatAnotherServerRemovedIsGone() {
        PictureInfo kept = pictures.add(PICTURE, Map.of());
        assertEquals(Optional.of(kept), pictures.find(kept.id()));
        new PictureStore(folder, store.pictures(), MemoryBudget.ofHeap())
                .removeUnused(Instant.now().plusSeconds(60));
        assertThrows(NotFoundException.class, () -> pictures.png(kept));
        assertEquals(Optional.empty(), pictures.find(kept.id()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }
}
