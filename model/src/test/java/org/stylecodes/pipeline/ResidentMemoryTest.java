package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.FreshJvm;
import org.stylecodes.Golden;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;

/**
 * Native memory is freed by its owners: the resident memory of a process stays the same over hundreds of calls, without any garbage
 * collection. The heap of the process has a fixed size and is in memory from the start, so that all growth is native.
 */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class ResidentMemoryTest {
    private static final List<String> FIXED_HEAP =
            List.of("-XX:+UseSerialGC", "-Xms3g", "-Xmx3g", "-Xmn2900m", "-XX:+AlwaysPreTouch");
    private static final int SETTLED = 50; // repetitions in which memory that is allocated only once settles
    private static final int MAX_GROWTH = 20 << 10; // kB

    @ParameterizedTest
    @CsvSource({"generate, 300", "encode, 1000"})
    void memoryStaysTheSame(String call, int repetitions) throws IOException, InterruptedException {
        Scanner measured =
                new Scanner(FreshJvm.run(Map.of(), FIXED_HEAP, Repetition.class, call, Integer.toString(repetitions)));
        assertEquals(0, measured.nextLong(), "garbage collections");
        long growth = measured.nextLong();
        assertTrue(growth < MAX_GROWTH, "resident memory grew by " + growth + " kB");
    }

    /** Calls a model, and prints the number of garbage collections and the growth of the resident memory in kB. */
    static final class Repetition {
        private Repetition() {}

        public static void main(String[] arguments) throws IOException {
            int repetitions = Integer.parseInt(arguments[1]);
            Picture picture = Picture.of(48, 32, new byte[48 * 32 * 3]);
            Request request = Request.of("a house on a hill")
                    .style(StyleCode.parse("RIgP_58waM-Dx3A5idNo"))
                    .size(64, 64)
                    .steps(2);
            try (StyleCodes model = StyleCodes.open(Golden.path("tiny-sd15"))) {
                long collections = 0;
                long resident = 0;
                for (int i = 0; i < repetitions; i++) {
                    if (i == SETTLED) {
                        collections = collections();
                        resident = residentKilobytes();
                    }
                    if (arguments[0].equals("generate")) {
                        model.generate(request.seed(i));
                    } else {
                        model.encode(picture);
                    }
                }
                System.out.println((collections() - collections) + " " + (residentKilobytes() - resident));
            }
        }

        private static long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }

        private static long residentKilobytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
