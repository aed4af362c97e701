package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.FreshJvm;

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

    @ParameterizedTest
    @CsvSource({"8, 150000 100000, 4, 2", "8, max 100000, 4, 4", "8, 600000 100000, 4, 4", "2, max 100000, 4, 2"})
    void theTightestLimitCounts(int processors, String quota, int physical, int cores) throws IOException {
        Files.writeString(folder.resolve("cpu.max"), quota + "\n");
        Files.writeString(folder.resolve("mountinfo"), "32 21 0:29 / " + folder + " rw - cgroup2 cgroup rw\n");
        Files.writeString(folder.resolve("cgroup"), "0::/\n");
        assertEquals(cores, Processors.cores(processors, new ControlGroups(folder), Optional.of(physical)));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "taskset is a program of Linux")
    void aProcessOnOneProcessorComputesOnOneThread() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/taskset")), "needs taskset");
        List<String> pinned = List.of("/usr/bin/taskset", "--cpu-list", "0");
        assertEquals(
                "1",
                FreshJvm.under(pinned, List.of("-XX:TieredStopAtLevel=1"), Threads.class)
                        .strip());
    }

    /** Prints the number of threads that an operation uses. */
    static final class Threads {
        private Threads() {}

        public static void main(String[] arguments) {
            System.out.println(Engine.threads());
        }
    }

    private Optional<Integer> cores(String allowed) throws IOException {
        Path status = Files.writeString(
                folder.resolve("status"), "Name:\tjava\nCpus_allowed:\tff\nCpus_allowed_list:\t" + allowed + "\n");
        return Processors.cores(folder, status);
    }
}
