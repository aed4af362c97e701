package org.stylecodes.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a measurement was made on, as far as Linux tells. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path STATUS = Path.of("/proc/self/status");
    // Those that decide which code LibTorch takes.
    private static final List<String> FEATURES =
            List.of("avx2", "avx512f", "avx512_bf16", "avx512_vnni", "amx_bf16", "amx_int8");
    private static final double KILOBYTES_PER_GIBIBYTE = 1 << 20;

    private Machine() {}

    static ObjectNode describe() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        machine.put("processor", field(PROCESSORS, "model name").orElse(System.getProperty("os.arch")));
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        Set<String> flags =
                Set.copyOf(Arrays.asList(field(PROCESSORS, "flags").orElse("").split(" ")));
        machine.put(
                "features",
                String.join(" ", FEATURES.stream().filter(flags::contains).toList()));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("Java", Runtime.version().toString());
        return machine;
    }

    /** The most memory that this process had in RAM, in GiB; 0 where the system does not say. */
    static double peakMemory() {
        return field(STATUS, "VmHWM")
                .map(value -> Double.parseDouble(value.replaceAll("\\D", "")) / KILOBYTES_PER_GIBIBYTE)
                .orElse(0.0);
    }

    private static Optional<String> field(Path file, String name) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(":", 2))
                    .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                    .map(parts -> parts[1].strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
