package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.FreshJvm;
import org.stylecodes.Golden;
import org.stylecodes.Placement;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.NativeMemoryException;

/**
 * A process below a memory limit. Making a control group would need rights over the system, so the process gets a mount namespace of its
 * own, in which the files of the kernel that describe its groups are replaced.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Linux has control groups")
class MemoryLimitTest {
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final List<String> OWN_MOUNTS =
            List.of(UNSHARE.toString(), "--user", "--map-root-user", "--mount", "sh", "-c");
    private static final String REPLACE = "mount --bind \"$0/mountinfo\" /proc/$$/mountinfo"
            + " && mount --bind \"$0/cgroup\" /proc/$$/cgroup && exec \"$@\"";

    @TempDir
    Path folder;

    @Test
    void aModelThatDoesNotFitIsRefusedBeforeItIsRead() throws IOException, InterruptedException {
        Path group = Files.createDirectories(folder.resolve("groups/job"));
        Files.writeString(group.resolve("memory.max"), (256L << 20) + "\n");
        Files.writeString(
                folder.resolve("mountinfo"), "32 21 0:29 / " + group.getParent() + " rw - cgroup2 cgroup rw\n");
        Files.writeString(folder.resolve("cgroup"), "0::/job\n");
        assertEquals(
                "drawing 64x64 in float32 needs about 0.4 GiB of memory, but this process may have 0.3 GiB;"
                        + " use a smaller model or a machine with more memory",
                FreshJvm.under(limited(), List.of("-Xmx256m"), Drawing.class).strip());
    }

    private List<String> limited() throws IOException, InterruptedException {
        List<String> starter = Stream.concat(OWN_MOUNTS.stream(), Stream.of(REPLACE, folder.toString()))
                .toList();
        List<String> probe = Stream.concat(starter.stream(), Stream.of("true")).toList();
        assumeTrue(Files.isExecutable(UNSHARE), "needs unshare of util-linux");
        assumeTrue(new ProcessBuilder(probe).start().waitFor() == 0, "this user may not make a mount namespace");
        return starter;
    }

    /** Draws a picture and prints what the library says. */
    static final class Drawing {
        private Drawing() {}

        public static void main(String[] arguments) {
            try (StyleCodes model = StyleCodes.open(Golden.path("tiny-sd15"), Placement.CPU)) {
                model.generate(Request.of("a house").size(64, 64).steps(1));
                System.out.println("drawn");
            } catch (NativeMemoryException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
