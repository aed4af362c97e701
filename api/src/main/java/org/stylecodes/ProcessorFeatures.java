package org.stylecodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The instructions that the processor has. */
final class ProcessorFeatures {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Set<String> BFLOAT16_PRODUCTS = Set.of("amx_bf16", "avx512_bf16");

    private ProcessorFeatures() {}

    /** Tells whether the processor multiplies bfloat16 numbers. False on systems other than Linux. */
    static boolean multiplyBfloat16() {
        return multiplyBfloat16(CPU_INFO);
    }

    static boolean multiplyBfloat16(Path cpuInfo) {
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .limit(1)
                    .anyMatch(flags -> List.of(flags.split("\\s+")).stream().anyMatch(BFLOAT16_PRODUCTS::contains));
        } catch (IOException unknown) {
            return false;
        }
    }
}
