package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.Device;
import org.stylecodes.FreshJvm;
import org.stylecodes.Golden;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.format.Safetensors;

/** The settings of the engine take effect whichever class of this project is the first to use LibTorch. */
class EngineTest {
    /** What a program may use first. */
    enum First {
        ENGINE(Engine::load),
        SCOPE(() -> Scope.run(() -> {})),
        NOISE(() -> Noise.of(1).close()),
        TENSORS(() -> Tensors.of(new float[] {1}, 1)),
        DEVICES(() -> Devices.torch(Device.CPU)),
        AVAILABLE(() -> {
            try {
                Devices.requireAvailable(Device.cuda(0));
            } catch (EnvironmentException none) {
                // The call is enough: it used LibTorch.
            }
        }),
        FILE(() -> {
            try (Safetensors file = Safetensors.open(Golden.path("cases/unet_8x8_t999.safetensors"))) {
                file.read(file.names().iterator().next());
            }
        });

        private final Runnable touch;

        First(Runnable touch) {
            this.touch = touch;
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "LibTorch brings GNU OpenMP on Linux")
    void settingsHold(First first) throws IOException, InterruptedException {
        String printed = FreshJvm.run(
                Map.of("OMP_DISPLAY_ENV", "verbose"), List.of("-XX:TieredStopAtLevel=1"), Settings.class, first.name());
        assertTrue(printed.contains("GOMP_SPINCOUNT = '0'"), printed);
        assertTrue(printed.contains("limit 0, physical limit 0, BLAS threads 1"), printed);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lists what a process has loaded")
    void anOutlineDoesNotLoadLibTorch() throws IOException, InterruptedException {
        String printed = FreshJvm.run(Map.of(), List.of("-XX:TieredStopAtLevel=1"), Outline.class);
        assertTrue(printed.contains("2 tensors, LibTorch loaded: false"), printed);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only glibc can be told to keep memory")
    void freedMemoryIsKeptUntilItIsTrimmed() throws IOException, InterruptedException {
        String printed = FreshJvm.run(Map.of(), List.of("-XX:TieredStopAtLevel=1"), Freed.class);
        assertTrue(printed.contains("kept true, given back true"), printed);
    }

    /** Prints whether the memory of a tensor stays with the process until it is trimmed. */
    static final class Freed {
        private static final int MEBIBYTES = 24;

        private Freed() {}

        public static void main(String[] arguments) throws IOException {
            Scope.run(() -> torch.ones(1 << 20).close());
            long before = residentMebibytes();
            torch.ones(MEBIBYTES << 18).close();
            long after = residentMebibytes();
            NativeHeap.trim();
            System.out.println("kept " + (after - before > MEBIBYTES / 2) + ", given back "
                    + (after - residentMebibytes() > MEBIBYTES / 2));
        }

        private static long residentMebibytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .sum();
        }
    }

    /** Prints what the outline of a layer loads. */
    static final class Outline {
        private Outline() {}

        public static void main(String[] arguments) throws IOException {
            int tensors = Weights.outline(weights -> Linear.of(weights, 1, 1)).size();
            boolean loaded = Files.readString(Path.of("/proc/self/maps")).contains("libtorch");
            System.out.println(tensors + " tensors, LibTorch loaded: " + loaded);
        }
    }

    /** Prints the settings that the native libraries see. */
    static final class Settings {
        private Settings() {}

        public static void main(String[] arguments) {
            First.valueOf(arguments[0]).touch.run();
            torch.get_num_threads(); // whatever was used first, this loads the OpenMP library
            System.out.println("limit " + Pointer.maxBytes() + ", physical limit " + Pointer.maxPhysicalBytes()
                    + ", BLAS threads " + openblas.blas_get_num_threads());
        }
    }
}
