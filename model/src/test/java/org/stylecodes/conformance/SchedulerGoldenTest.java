package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stylecodes.Golden;

/** Every recorded run of diffusers' schedulers. */
class SchedulerGoldenTest {
    private static final String FOLDER = "cases/schedulers/";

    @TestFactory
    Stream<DynamicTest> samplesAndInputsAreThoseOfDiffusers() throws IOException {
        return recordings().stream()
                .map(name -> dynamicTest(name, () -> {
                    SchedulerCase.Errors errors = read(name).replay(Golden.open(FOLDER + name));
                    assertTrue(errors.sigmas() <= 1e-6, () -> "sigmas differ by " + errors.sigmas());
                    assertTrue(errors.inputs() <= 1e-5, () -> "inputs differ by " + errors.inputs());
                    assertTrue(errors.samples() <= 1e-5, () -> "samples differ by " + errors.samples());
                    assertTrue(
                            errors.timesteps() <= read(name).timestepBound(),
                            () -> "timesteps differ by " + errors.timesteps());
                }));
    }

    @TestFactory
    Stream<DynamicTest> timestepsAreThoseOfDiffusersForTheStepCountsInUse() throws IOException {
        List<String> recordings = recordings();
        return Golden.json(FOLDER + "timesteps.json").properties().stream()
                .map(recorded -> dynamicTest(recorded.getKey(), () -> {
                    String key = recorded.getKey();
                    String name = key.substring(0, key.lastIndexOf('_'));
                    SchedulerCase scheduler = read(recordings.stream()
                            .filter(file -> file.matches(name + "_\\d+\\.safetensors"))
                            .findFirst()
                            .orElseThrow());
                    float[] timesteps = scheduler.timesteps(Integer.parseInt(key.substring(name.length() + 1)));
                    double error = Comparison.relativeError(floats(recorded.getValue()), timesteps);
                    assertEquals(0, error, scheduler.timestepBound());
                }));
    }

    private static SchedulerCase read(String name) {
        return SchedulerCase.of(name, Golden.open(FOLDER + name));
    }

    private static List<String> recordings() throws IOException {
        try (Stream<Path> files = Files.list(Golden.path(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }

    private static float[] floats(JsonNode list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) list.get(i).doubleValue();
        }
        return numbers;
    }
}
