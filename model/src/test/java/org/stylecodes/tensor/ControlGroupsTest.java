package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {
    // What version 1 tells where there is no limit
    private static final long UNLIMITED = 9223372036854771712L;

    @TempDir
    Path folder;

    private final StringBuilder mounts = new StringBuilder("21 1 0:18 / / rw - ext4 /dev/sda1 rw\n");

    @Test
    void withoutControlGroupsThereAreNoLimits() throws IOException {
        assertLimits(OptionalLong.empty(), OptionalInt.empty(), "");
        ControlGroups none = new ControlGroups(folder.resolve("missing"));
        assertEquals(OptionalLong.empty(), none.memory());
        assertEquals(OptionalInt.empty(), none.processors());
    }

    @Test
    void version2BindsByEveryGroupUpToTheRoot() throws IOException {
        mount("unified", "/", "cgroup2", "rw,nsdelegate");
        write("unified/user/memory.max", "3000\n");
        write("unified/user/cpu.max", "250000 100000\n");
        write("unified/user/job/memory.max", "4000\n");
        write("unified/user/job/cpu.max", "max 100000\n");
        assertLimits(OptionalLong.of(3000), OptionalInt.of(3), "0::/user/job\n");
        assertLimits(OptionalLong.of(3000), OptionalInt.of(3), "0::/user\n");
        assertLimits(OptionalLong.empty(), OptionalInt.empty(), "0::/other\n");
    }

    @Test
    void maxIsNoLimit() throws IOException {
        mount("unified", "/", "cgroup2", "rw");
        write("unified/job/memory.max", "max\n");
        write("unified/job/cpu.max", "max 100000\n");
        assertLimits(OptionalLong.empty(), OptionalInt.empty(), "0::/job\n");
    }

    @Test
    void version1HasAHierarchyForEachController() throws IOException {
        mount("memory", "/", "cgroup", "rw,memory");
        mount("cpu", "/", "cgroup", "rw,cpu,cpuacct");
        write("memory/memory.limit_in_bytes", UNLIMITED + "\n");
        write("memory/a/memory.limit_in_bytes", "5000\n");
        write("memory/a/b/memory.limit_in_bytes", UNLIMITED + "\n");
        write("cpu/cpu.cfs_quota_us", "-1\n");
        write("cpu/cpu.cfs_period_us", "100000\n");
        write("cpu/c/cpu.cfs_quota_us", "50000\n");
        write("cpu/c/cpu.cfs_period_us", "100000\n");
        assertLimits(OptionalLong.of(5000), OptionalInt.of(1), "4:cpu,cpuacct:/c\n3:memory:/a/b\n0::/\n");
        assertLimits(OptionalLong.of(UNLIMITED), OptionalInt.empty(), "4:cpu,cpuacct:/\n3:memory:/\n0::/\n");
    }

    @Test
    void aContainerSeesItsOwnGroupAsTheMountedOne() throws IOException {
        mount("unified", "/machine/container7", "cgroup2", "rw");
        write("unified/memory.max", "7000\n");
        write("unified/inner/memory.max", "6000\n");
        assertLimits(OptionalLong.of(7000), OptionalInt.empty(), "0::/machine/container7\n");
        assertLimits(OptionalLong.of(6000), OptionalInt.empty(), "0::/machine/container7/inner\n");
    }

    @Test
    void aPathWithoutAFolderMeansTheMountedGroup() throws IOException {
        mount("unified", "/", "cgroup2", "rw");
        write("unified/memory.max", "7000\n");
        assertLimits(OptionalLong.of(7000), OptionalInt.empty(), "0::/of/the/machine\n");
        assertLimits(OptionalLong.of(7000), OptionalInt.empty(), "0::/../..\n");
    }

    private void assertLimits(OptionalLong memory, OptionalInt processors, String groups) throws IOException {
        write("proc/mountinfo", mounts.toString());
        write("proc/cgroup", groups);
        ControlGroups limits = new ControlGroups(folder.resolve("proc"));
        assertEquals(memory, limits.memory());
        assertEquals(processors, limits.processors());
    }

    private void mount(String point, String root, String type, String options) {
        mounts.append("32 21 0:29 " + root + " " + folder.resolve(point) + " rw,relatime shared:9 - " + type
                + " cgroup " + options + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
