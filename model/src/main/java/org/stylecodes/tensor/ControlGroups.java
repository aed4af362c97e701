package org.stylecodes.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits that Linux's control groups set for this process, in versions 1 and 2 of their interface. A process is bound by the limits of
 * its own group and of every group around it. Without control groups there are no limits.
 *
 * @param process the folder of the process in the proc file system, whose files {@code cgroup} and {@code mountinfo} are read
 */
record ControlGroups(Path process) {
    private static final Path SELF = Path.of("/proc/self");
    private static final String VERSION_2 = "cgroup2";

    /** The control groups of this process. */
    static ControlGroups ofThisProcess() {
        return new ControlGroups(SELF);
    }

    /** How many bytes of memory the process may have. Version 1 tells a number above all memory where there is no limit. */
    OptionalLong memory() {
        return folders("memory")
                .flatMap(group -> Stream.of(group.resolve("memory.max"), group.resolve("memory.limit_in_bytes")))
                .flatMap(limit -> numbers(limit).stream())
                .mapToLong(numbers -> numbers[0])
                .min();
    }

    /** How many processors the process may keep busy on average, rounded up. */
    OptionalInt processors() {
        return folders("cpu")
                .flatMap(group -> quota(group).stream())
                .mapToInt(quota -> (int) Math.min(Integer.MAX_VALUE, (quota[0] + quota[1] - 1) / quota[1]))
                .min();
    }

    // Microseconds of processor time, and the microseconds in which they may be used
    private static Optional<long[]> quota(Path group) {
        Optional<long[]> both = numbers(group.resolve("cpu.max")).or(() -> numbers(group.resolve("cpu.cfs_quota_us"))
                .flatMap(quota ->
                        numbers(group.resolve("cpu.cfs_period_us")).map(period -> new long[] {quota[0], period[0]})));
        return both.filter(quota -> quota.length == 2 && quota[0] > 0 && quota[1] > 0); // -1 is no limit
    }

    // The numbers in a file; nothing if it is missing or has other words, such as "max" for no limit
    private static Optional<long[]> numbers(Path file) {
        return text(file).flatMap(text -> {
            try {
                return Optional.of(Arrays.stream(text.strip().split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray());
            } catch (NumberFormatException noLimit) {
                return Optional.empty();
            }
        });
    }

    // The folders of the groups of a controller that the process is in, the innermost first.
    private Stream<Path> folders(String controller) {
        return text(process.resolve("mountinfo")).stream()
                .flatMap(String::lines)
                .flatMap(line -> Mount.of(line).stream())
                .filter(mount -> mount.controls(controller))
                .flatMap(mount -> path(mount, controller).map(mount::groups).orElse(Stream.of()));
    }

    // Lines such as 4:cpu,memory:/user/7, or 0::/user/7 for version 2
    private Optional<String> path(Mount mount, String controller) {
        return text(process.resolve("cgroup")).stream()
                .flatMap(String::lines)
                .map(line -> line.split(":", 3))
                .filter(fields -> fields.length == 3)
                .filter(fields -> mount.isVersion2()
                        ? fields[1].isEmpty()
                        : List.of(fields[1].split(",")).contains(controller))
                .map(fields -> fields[2])
                .findFirst();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /**
     * A mounted hierarchy of groups.
     *
     * @param root the group that is mounted; a container may see only its own
     * @param point the folder of that group
     * @param type the file system
     * @param options of the file system; in version 1 they name its controllers
     */
    private record Mount(String root, Path point, String type, List<String> options) {
        // proc(5): 36 35 98:0 ROOT POINT rw,noatime master:1 - TYPE SOURCE OPTIONS
        static Optional<Mount> of(String line) {
            String[] halves = line.split(" - ", 2);
            String[] mounted = halves[0].split(" ");
            String[] system = halves.length == 2 ? halves[1].split(" ") : new String[0];
            boolean isHierarchy = mounted.length > 4 && system.length > 2 && system[0].startsWith("cgroup");
            return isHierarchy
                    ? Optional.of(new Mount(mounted[3], Path.of(mounted[4]), system[0], List.of(system[2].split(","))))
                    : Optional.empty();
        }

        boolean isVersion2() {
            return type.equals(VERSION_2);
        }

        boolean controls(String controller) {
            return isVersion2() || options.contains(controller);
        }

        // The folders from the group of this path up to the mounted one
        Stream<Path> groups(String path) {
            String below = path.startsWith(root) ? path.substring(root.equals("/") ? 0 : root.length()) : "";
            Path group =
                    point.resolve("." + (below.startsWith("/") ? below : "/")).normalize();
            // In a container, the path may be one of the machine, for which there is no folder here.
            @Nullable Path folder = group.startsWith(point) && Files.isDirectory(group) ? group : point;
            List<Path> folders = new ArrayList<>();
            for (; folder != null && folder.startsWith(point); folder = folder.getParent()) {
                folders.add(folder);
            }
            return folders.stream();
        }
    }
}
