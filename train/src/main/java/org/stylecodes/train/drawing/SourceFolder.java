package org.stylecodes.train.drawing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;

/**
 * The folder that keeps the packages of the sources. A package that is not there is fetched with the npm client. Every package is checked
 * against its pinned digest before it is used.
 */
final class SourceFolder {
    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

    private final Path folder;
    private final Map<String, Path> given;
    private final String npm;
    private final long limit;
    private final TimeUnit unit;

    /**
     * Creates the service.
     *
     * @param folder where packages are kept
     * @param given folders to take sources from instead, by the hand's id: with the package's .tgz file, or with its unpacked files,
     *     which are used as they are
     */
    SourceFolder(Path folder, Map<String, Path> given) {
        this(folder, given, NPM, 10, TimeUnit.MINUTES);
    }

    /**
     * Creates the service with an npm client.
     *
     * @param npm the command that runs the client
     * @param limit how long it may take for a package
     */
    SourceFolder(Path folder, Map<String, Path> given, String npm, long limit, TimeUnit unit) {
        this.folder = folder;
        this.given = Map.copyOf(given);
        this.npm = npm;
        this.limit = limit;
        this.unit = unit;
    }

    /**
     * Opens a source.
     *
     * @return the files; empty if npm does not have the source and no folder was given
     * @throws InvalidRequestException if a file differs from its pinned digest
     * @throws EnvironmentException if the npm client is missing, fails or takes longer than its limit
     * @throws CancelledException if the thread is interrupted while the npm client runs
     */
    Optional<SourceFiles> open(Source source) {
        Path place = given.getOrDefault(source.hand().id(), folder);
        boolean chosen = given.containsKey(source.hand().id());
        if (source.npmPackage().isEmpty()) {
            if (!chosen) {
                return Optional.empty();
            }
            SourceFiles files = SourceFiles.of(place);
            Path file = place.resolve(source.file());
            byte[] bytes = files.read(source.file())
                    .orElseThrow(() -> new InvalidRequestException(
                            file + ": there is no such file; it comes from " + source.origin()));
            verify(bytes, file, source, chosen);
            return Optional.of(files);
        }
        Path tgz = place.resolve(archive(source.npmPackage().get()));
        if (!Files.exists(tgz)) {
            if (chosen) {
                return Optional.of(SourceFiles.of(place));
            }
            fetch(source.npmPackage().get());
        }
        try {
            byte[] bytes = Files.readAllBytes(tgz);
            verify(bytes, tgz, source, chosen);
            return Optional.of(SourceFiles.ofPackage(bytes, tgz.toString()));
        } catch (IOException cause) {
            throw new InvalidRequestException(tgz + ": cannot be read: " + cause.getMessage(), cause);
        }
    }

    // The name that npm gives to a packed package: @a/b@1.0 becomes a-b-1.0.tgz.
    private static String archive(String npmPackage) {
        return npmPackage.substring(1).replace('/', '-').replace('@', '-') + ".tgz";
    }

    private static void verify(byte[] bytes, Path file, Source source, boolean chosen) {
        try {
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(source.sha256())) {
                throw new InvalidRequestException(file + ": has the SHA-256 " + found + ", expected " + source.sha256()
                        + (chosen
                                ? "; replace it by the pinned file"
                                : "; delete it, and the next run fetches it again"));
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }

    private void fetch(String npmPackage) {
        String remedy = "; run \"npm pack " + npmPackage + "\" in " + folder + " where there is a network";
        try {
            Files.createDirectories(folder);
            Path output = Files.createTempFile("stylecodes-npm", ".log");
            try {
                run(npmPackage, output, remedy);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException cause) {
            throw new EnvironmentException("the npm client cannot be run (" + cause.getMessage() + ")" + remedy, cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new CancelledException("fetching " + npmPackage + " was interrupted");
        }
    }

    // The output goes to a file, because reading it from a pipe blocks until the client ends, however long that takes.
    private void run(String npmPackage, Path output, String remedy) throws IOException, InterruptedException {
        Process client = new ProcessBuilder(npm, "pack", npmPackage, "--silent")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            client.getOutputStream().close();
            if (!client.waitFor(limit, unit)) {
                String time = limit + " " + unit.name().toLowerCase(Locale.ROOT);
                throw new EnvironmentException("npm did not fetch " + npmPackage + " within " + time + remedy);
            }
            if (client.exitValue() != 0) {
                String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
                throw new EnvironmentException("npm cannot fetch " + npmPackage + ": " + said + remedy);
            }
        } finally {
            if (client.isAlive()) {
                client.descendants().forEach(ProcessHandle::destroyForcibly); // npm is a script that starts others
                client.destroyForcibly();
            }
        }
    }
}
