package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {
    @TempDir
    Path folder;

    // Four cores of two hardware threads: 0 and 4, 1 and 5, ...
    @BeforeEach
    void machine() throws IOException {
        for (int processor = 0; processor < 8; processor++) {
            Path topology = Files.createDirectories(folder.resolve("cpu" + processor + "/topology"));
            Files.writeString(
                    topology.resolve("thread_siblings_list"), processor % 4 + "," + (processor % 4 + 4) + "\n");
        }
    }

    @Test
    void hardwareThreadsOfOneCoreCountOnce() throws IOException {
        assertEquals(Optional.of(4), cores("0-7"));
    }

    @Test
    void onlyTheProcessorsOfTheProcessCount() throws IOException {
        assertEquals(Optional.of(2), cores("0,4-5"));
    }

    @Test
    void withoutATopologyNothingIsKnown() throws IOException {
        assertEquals(Optional.empty(), cores("0-9"));
        assertEquals(Optional.empty(), Processors.cores(folder, folder.resolve("missing")));
    }

    private Optional<Integer> cores(String allowed) throws IOException {
        Path status = Files.writeString(
                folder.resolve("status"), "Name:\tjava\nCpus_allowed:\tff\nCpus_allowed_list:\t" + allowed + "\n");
        return Processors.cores(folder, status);
    }
}
