package org.stylecodes.tensor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory of the machine. */
public final class MachineMemory {
    private static final Path MEMORY_INFO = Path.of("/proc/meminfo");
    private static final String TOTAL = "MemTotal:";

    private MachineMemory() {}

    /**
     * How many bytes of memory this process may have: those of the machine, or fewer if a control group limits it. How many of them other
     * processes use at the moment does not matter, so a process gets the same answer each time.
     */
    public static long total() {
        long machine = installed(MEMORY_INFO).orElseGet(MachineMemory::toldByJava);
        return Math.min(machine, ControlGroups.ofThisProcess().memory().orElse(machine));
    }

    // Loading Java's management classes takes longer than reading Linux's file.
    private static long toldByJava() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    static OptionalLong installed(Path memoryInfo) {
        try (Stream<String> lines = Files.lines(memoryInfo)) {
            return lines.filter(line -> line.startsWith(TOTAL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
