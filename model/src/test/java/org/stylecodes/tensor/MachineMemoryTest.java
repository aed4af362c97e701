package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineMemoryTest {
    @TempDir
    Path folder;

    @Test
    void linuxTellsTheTotalInKibibytes() throws IOException {
        Path info = Files.writeString(
                folder.resolve("meminfo"), "MemTotal:       24613492 kB\nMemFree:         1001068 kB\n");
        assertEquals(OptionalLong.of(24613492L * 1024), MachineMemory.installed(info));
        assertEquals(OptionalLong.empty(), MachineMemory.installed(folder.resolve("missing")));
    }

    @Test
    void theMemoryOfThisMachineIsAtLeastJavasHeap() {
        assertTrue(MachineMemory.total() >= Runtime.getRuntime().totalMemory());
    }
}
