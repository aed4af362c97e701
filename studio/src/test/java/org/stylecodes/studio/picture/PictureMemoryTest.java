package org.stylecodes.studio.picture;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PictureMemoryTest {
    private final PictureMemory memory = new PictureMemory(1 << 20, 1 << 20, Duration.ZERO);

    @Test
    void whoFindsNoPlaceIsRefused() {
        memory.pixels(40_000);
        assertThrows(MemoryFullException.class, () -> memory.pixels(40_000));
    }

    @Test
    void aPlaceThatIsLeftIsThereForTheNext() {
        memory.pixels(40_000).close();
        memory.pixels(40_000);
    }

    @Test
    void aPictureThatIsTooLargeForTheShareHasAllOfIt() {
        PictureMemory.Place all = memory.pixels(25_000_000);
        assertThrows(MemoryFullException.class, () -> memory.pixels(1));
        all.close();
        memory.pixels(1);
    }

    @Test
    void filesAndPixelsTakeNothingFromEachOther() {
        memory.file(1 << 20);
        memory.pixels(1 << 16);
        assertThrows(MemoryFullException.class, () -> memory.file(1));
    }

    @Test
    void aPlaceIsWaitedFor() throws InterruptedException {
        PictureMemory patient = new PictureMemory(1 << 20, 1 << 20, Duration.ofHours(1));
        PictureMemory.Place first = patient.file(1 << 20);
        Thread next = new Thread(() -> patient.file(1 << 20));
        next.start();
        first.close();
        next.join();
    }
}
