package org.stylecodes.studio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stylecodes.StyleCodes;

/** A studio in a separate process, which can be killed. */
final class StudioProcess implements AutoCloseable {
    private final Process process;
    private final Caller caller;

    private StudioProcess(Process process, Caller caller) {
        this.process = process;
        this.caller = caller;
    }

    /** The program of the process: a studio on a folder, with a database if one is named. */
    public static void main(String[] arguments) throws InterruptedException {
        StudioOptions options = StudioOptions.local(0, Path.of(arguments[0]), StyleCodes::nano)
                .database(arguments.length > 1 ? arguments[1] : null);
        Studio studio = Studio.start(options);
        System.out.println(studio.address());
        Thread.currentThread().join();
    }

    static StudioProcess start(Path folder, String... database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                StudioProcess.class.getName(),
                folder.toString()));
        command.addAll(List.of(database));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String address = out.readLine();
        if (address == null) {
            throw new IOException("the studio did not start");
        }
        return new StudioProcess(process, new Caller(URI.create(address), HttpClient.newHttpClient(), Map.of()));
    }

    Caller caller() {
        return caller;
    }

    /** The resident memory of the process; 0 if the system does not report it. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .sum();
    }

    /** Waits until the model is loaded. */
    void awaitReady() {
        caller.awaitReady();
    }

    /** Kills the process (SIGKILL), which ends it as abruptly as a power cut. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
