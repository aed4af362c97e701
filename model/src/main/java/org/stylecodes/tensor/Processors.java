package org.stylecodes.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The processors that this process may use. */
final class Processors {
    private static final Path SYSTEM = Path.of("/sys/devices/system/cpu");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Processors() {}

    /**
     * How many physical cores there are for this process, within its affinity mask and the quota of its control groups. Two hardware threads of
     * one core share its arithmetic units, so a second thread would not speed up networks. Without the topology, which only Linux tells, every processor counts as a core.
     */
    static int cores() {
        // Java 17 reads the affinity mask and the quota of the innermost control group only.
        int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
        return cores(processors, ControlGroups.ofThisProcess(), cores(SYSTEM, STATUS));
    }

    static int cores(int processors, ControlGroups groups, Optional<Integer> physical) {
        return Math.min(Math.min(processors, groups.processors().orElse(processors)), physical.orElse(processors));
    }

    static Optional<Integer> cores(Path system, Path status) {
        try {
            String allowed = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(ALLOWED))
                    .map(line -> line.substring(ALLOWED.length()).strip())
                    .findFirst()
                    .orElse("");
            Set<String> cores = new HashSet<>();
            for (int processor : numbers(allowed)) {
                Path siblings = system.resolve("cpu" + processor).resolve("topology/thread_siblings_list");
                cores.add(Files.readString(siblings).strip());
            }
            return cores.isEmpty() ? Optional.empty() : Optional.of(cores.size());
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    // "0-2,5" is 0, 1, 2 and 5
    private static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new HashSet<>();
        for (String range : list.split(",")) {
            String[] ends = range.split("-", 2);
            int last = Integer.parseInt(ends[ends.length - 1].strip());
            for (int number = Integer.parseInt(ends[0].strip()); number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
