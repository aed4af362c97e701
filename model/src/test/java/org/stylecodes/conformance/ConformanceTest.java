package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Golden;
import org.stylecodes.ModelFormatException;

class ConformanceTest {
    @TempDir
    Path archive;

    @Test
    void everyCaseOfTheFixturesPasses() throws IOException {
        List<Result> notPassed = new ArrayList<>();
        Summary summary = Conformance.run(Golden.path(""), result -> {
            if (result.status() != Result.Status.PASS) {
                notPassed.add(result);
            }
        });
        assertEquals(List.of(), notPassed);
        assertEquals(filesBelow("cases") + filesBelow("names") + 1, summary.passed()); // and vae-old-names
    }

    @Test
    void aCaseThatBreaksOffHasFailedAndTheOthersGoOn() throws IOException {
        copy("cases/noise.json");
        write("cases/codes.json", "{\"mix\": [{\"codes\": [\"no code\"], \"weights\": [1]}]}");
        List<Result> results = run();
        assertEquals(
                List.of("codes", "noise"), results.stream().map(Result::name).toList());
        assertEquals(Result.Status.FAIL, results.get(0).status());
        assertTrue(results.get(0).note().contains("no code"), results.get(0).note());
        assertEquals(Result.Status.PASS, results.get(1).status());
    }

    @Test
    void otherNumbersThanRecordedFail() throws IOException {
        write("cases/noise.json", """
                {"0:15": {"first": [1.5409961, -0.2934289, -2.1787894, 0.5684314], "sum": 1, "abs_sum": 13}}""");
        Result result = run().get(0);
        assertEquals(Result.Status.FAIL, result.status());
        assertTrue(result.error() > result.bound());
    }

    @Test
    void whatIsNotKnownIsSkippedByName() throws IOException {
        copy("cases/noise.json");
        write("cases/lora.safetensors", "");
        write("cases/video.safetensors", "");
        List<Result> results = run();
        assertEquals(Result.skipped("lora", "LoRA is not known here"), results.get(0));
        assertEquals(Result.Status.SKIPPED, results.get(2).status());
        assertEquals("video", results.get(2).name());
    }

    @Test
    void aFolderWithoutCasesIsRefused() {
        assertThrows(ModelFormatException.class, this::run);
        assertThrows(ModelFormatException.class, () -> Conformance.run(archive.resolve("nowhere"), result -> {}));
    }

    private List<Result> run() {
        List<Result> results = new ArrayList<>();
        Conformance.run(archive, results::add);
        return results;
    }

    private void copy(String file) throws IOException {
        write(file, Files.readString(Golden.path(file)));
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(archive.resolve(file).getParent());
        Files.writeString(archive.resolve(file), content);
    }

    private static long filesBelow(String folder) throws IOException {
        try (var files = Files.walk(Golden.path(folder))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
