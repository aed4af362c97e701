package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Precision;
import org.stylecodes.train.config.TrainingPlan;

/**
 * A training step frees all native memory that it allocates: the resident memory of a process stays the same over thousands of steps,
 * without any garbage collection. The heap of the process has a fixed size and is in memory from the start, so that all growth is native.
 */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class TrainingMemoryTest {
    private static final int STEPS = 2000;
    private static final int SETTLED = 50; // steps in which memory that is allocated only once settles
    private static final int MAX_GROWTH = 20 << 10; // kB

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"base, false", "style, true"})
    void memoryStaysTheSame(String stage, boolean checkpointing) throws IOException, InterruptedException {
        new TinyModel(folder).trainPredecessors();
        Files.deleteIfExists(
                folder.resolve("run/" + stage + "/checkpoint.safetensors")); // of a shorter run of the same stage
        Scanner measured = new Scanner(run(stage, Boolean.toString(checkpointing)));
        assertEquals(0, measured.nextLong(), "garbage collections");
        long growth = measured.nextLong();
        assertTrue(growth < MAX_GROWTH, "resident memory grew by " + growth + " kB");
    }

    private String run(String stage, String checkpointing) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms3g",
                        "-Xmx3g",
                        "-Xmn2900m",
                        "-XX:+AlwaysPreTouch",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName(),
                        folder.toString(),
                        stage,
                        checkpointing)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exit = process.waitFor();
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        assertEquals(0, exit, text);
        return text;
    }

    /** Trains, and prints the number of garbage collections and the growth of the resident memory in kB. */
    static final class Training {
        private static long collections;
        private static long resident;

        private Training() {}

        public static void main(String[] arguments) {
            TrainingPlan plan = new TrainingPlan(
                    1,
                    STEPS + 1, // the last one is followed by a validation, which takes more memory than a step
                    4,
                    2,
                    1e-3,
                    0,
                    0,
                    0.9,
                    0.99,
                    0.01,
                    1,
                    0.9,
                    600,
                    SETTLED,
                    STEPS + 1,
                    Precision.FLOAT32,
                    Boolean.parseBoolean(arguments[2]),
                    "cpu");
            new TinyModel(Path.of(arguments[0])).train(arguments[1], plan, report -> {
                if (report.step() == SETTLED) {
                    collections = collections();
                    resident = residentKilobytes();
                }
                if (report.step() == STEPS) {
                    System.out.println((collections() - collections) + " " + (residentKilobytes() - resident));
                }
                return true;
            });
        }

        private static long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }

        private static long residentKilobytes() {
            try {
                return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
