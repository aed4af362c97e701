package org.stylecodes.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.format.TemporaryFolder;

/**
 * Two versions of the library beside each other. Each draws the same pictures in processes of its own, in turns, by a program that uses the
 * public API alone and is compiled against the version's class path.
 *
 * @param model a model folder that both can read, or "nano"
 * @param side of the picture in pixels
 * @param steps of the picture
 * @param warm how often a process draws the picture again
 * @param defaults whether a process also draws a picture with its version's own defaults
 * @param rounds how many processes of each version
 */
public record Comparison(String model, int side, int steps, int warm, boolean defaults, int rounds) {
    private static final String DRIVER = "Driver.java";
    private static final Path CLASS_PATH = Path.of("cli", "target", "app", "classpath");

    /**
     * Runs both versions.
     *
     * @param checkout a checkout of the other version, in which its script has built it
     * @return for each measure: seconds (or GiB) of this version and of the other, and the first as a share of the second
     * @throws InvalidRequestException if the checkout was not built
     * @throws EnvironmentException if a process fails
     */
    public ObjectNode against(Path checkout) {
        String other = otherClassPath(checkout);
        Map<String, List<Double>> here = new LinkedHashMap<>();
        Map<String, List<Double>> there = new LinkedHashMap<>();
        try (TemporaryFolder folder = TemporaryFolder.create("stylecodes-bench")) {
            Path driver = folder.path().resolve(DRIVER);
            try (InputStream in = Objects.requireNonNull(Comparison.class.getResourceAsStream(DRIVER), DRIVER)) {
                Files.copy(in, driver);
            }
            for (int round = 0; round < rounds; round++) {
                run(driver, other, checkout, there);
                run(driver, System.getProperty("java.class.path"), Path.of(""), here);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table(here, there);
    }

    private static ObjectNode table(Map<String, List<Double>> here, Map<String, List<Double>> there) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        here.forEach((name, values) -> {
            double own = Spread.of(values).median();
            double others =
                    Spread.of(there.getOrDefault(name, List.of(Double.NaN))).median();
            table.putObject(name).put("here", own).put("there", others).put("ratio", own / others);
        });
        return table;
    }

    private static String otherClassPath(Path checkout) {
        Path file = checkout.resolve(CLASS_PATH);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidRequestException(
                    "there is no " + file + "; run ./stylecodes --version in " + checkout + ", which builds it", e);
        }
    }

    private void run(Path driver, String classPath, Path folder, Map<String, List<Double>> measures)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath,
                        driver.toString(),
                        model,
                        String.valueOf(side),
                        String.valueOf(steps),
                        String.valueOf(warm),
                        String.valueOf(defaults))
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        // Both as a program starts them; older versions left this to their script.
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        Process process = builder.start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new EnvironmentException("the measurement of " + folder.toAbsolutePath() + " failed: " + printed);
            }
            printed.lines()
                    .map(line -> line.split("\t"))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> measures.computeIfAbsent(parts[0], name -> new ArrayList<>())
                            .add(Double.valueOf(parts[1])));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the measurement was interrupted");
        } finally {
            process.destroy();
        }
    }
}
