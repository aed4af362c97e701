package org.stylecodes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a class in a separate Java process, in which nothing is loaded yet. */
public final class FreshJvm {
    // Variables that are set for the tests. They are removed here, so that the library has to set them itself.
    private static final List<String> UNSET = List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT");

    private FreshJvm() {}

    /**
     * Runs the class and returns what it prints.
     *
     * @param environment variables in addition to those of this process
     * @param options options of Java
     * @param main a class with a main method, which gets the arguments
     * @throws IOException if the process ends with an error; the message is everything that it printed
     */
    public static String run(Map<String, String> environment, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of(), environment, options, main, arguments);
    }

    /** As {@link #run}, but lets a program of the system start the process, such as taskset with its options. */
    public static String under(List<String> starter, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(starter, Map.of(), options, main, arguments);
    }

    private static String run(
            List<String> starter,
            Map<String, String> environment,
            List<String> options,
            Class<?> main,
            String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        UNSET.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main.getSimpleName() + " failed: " + printed);
        }
        return printed;
    }
}
