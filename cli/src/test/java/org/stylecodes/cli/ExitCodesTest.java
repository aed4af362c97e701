package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate x --style none.png",
                "generate x --style pom.xml",
                "generate x --style RIgP",
                "generate x --init none.png",
                "generate x --init pom.xml",
                "generate --from none.png",
                "generate --from pom.xml",
                "generate x --model none",
                "generate x --model src",
                "grid --prompt x --style none.png",
                "model info none",
                "model info src",
                "model export none elsewhere",
                "code random --model none",
                "code random --model src",
                "conformance none",
                "conformance src",
                "train vae --config none.json",
                "evaluate --judge none",
                "serve --token-file none"
            })
    void aNamedFileThatCannotBeReadMakesTheCommandLineWrong(String command) {
        ProgramRun run = ProgramRun.of(command.split(" "));
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(new ProgramRun(2, "", run.err()), run);
    }

    @Test
    void damagedWeightsAreFailedWork(@TempDir Path folder) throws IOException {
        String file = folder.resolve("out.png").toString();
        Path model = copyOfModel(folder.resolve("model"));
        Files.write(model.resolve("vae/diffusion_pytorch_model.safetensors"), new byte[] {1, 2, 3});
        ProgramRun run = ProgramRun.of(
                "generate", "x", "--steps", "1", "--size", "64x64", "--model", model.toString(), "-o", file);
        assertEquals(1, run.exitCode(), run.err());
    }

    @Test
    void theHelpListsTheExitCodes() {
        String help = ProgramRun.of("--help").out();
        assertTrue(help.contains("Exit codes:"), help);
        assertTrue(help.contains("  2   The command line is wrong:"), help);
    }

    private static Path copyOfModel(Path target) throws IOException {
        Path source = Path.of(ProgramRun.MODEL);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }
}
