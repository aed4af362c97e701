package org.stylecodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The instructions that the processor has. */
final class ProcessorFeatures {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Set<String> BFLOAT16_PRODUCTS = Set.of("amx_bf16", "avx512_bf16");

    private ProcessorFeatures() {}

    /** Tells whether the processor has instructions that multiply bfloat16 numbers. False on systems other than Linux. */
    static boolean hasBfloat16Products() {
        return hasBfloat16Products(CPU_INFO);
    }

    static boolean hasBfloat16Products(Path cpuInfo) {
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .limit(1)
                    .anyMatch(flags -> Stream.of(flags.split("\\s+")).anyMatch(BFLOAT16_PRODUCTS::contains));
        } catch (IOException unknown) {
            return false;
        }
    }
}
