import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the Java runtime for the distribution: the modules that the program needs, an archive of the classes that it loads at its start,
 * and the licence texts. Linux distributions build Java against libraries of the system, such as libjpeg. These are copied into the
 * runtime, so that it works on machines without them.
 */
public class Runtime {
    private static final String MODULES = "java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,"
            + "java.net.http,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,"
            + "jdk.jfr,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs";
    // Every Linux system with glibc has its own versions of these libraries. They must not be mixed with others.
    private static final Pattern OF_THE_SYSTEM =
            Pattern.compile("(libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\\+\\+|ld-linux[^.]*|linux-vdso)\\.so.*");
    // These need libraries of X11 and ALSA. The program does not need them, because it opens no window and plays no sound.
    private static final List<String> HEADFUL =
            List.of("libawt_xawt.so", "libjawt.so", "libjsound.so", "libsplashscreen.so");
    private static final Pattern LIBRARY = Pattern.compile("\\s*(\\S+) => (/\\S+) .*");
    // Commands that together load the classes that most commands need at their start.
    private static final List<List<String>> STARTS =
            List.of(List.of("--help"), List.of("code", "check", "RIgP_58waM-Dx3A5idNo"), List.of("model", "info"));

    /**
     * Builds the runtime.
     *
     * @param arguments the folder of the distribution, the folder of the JDK, and the folder to write the runtime to
     */
    public static void main(String[] arguments) throws Exception {
        Path distribution = Path.of(arguments[0]).toAbsolutePath();
        Path jdk = Path.of(arguments[1]);
        Path runtime = Path.of(arguments[2]).toAbsolutePath();
        delete(runtime);
        run(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules=" + MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + runtime);
        if (Files.exists(Path.of("/etc/debian_version"))) {
            copySystemLibraries(runtime);
        }
        if (!Files.isDirectory(runtime.resolve("legal/java.base"))) {
            fail("the JDK has no licence texts (the folder \"legal\" of its modules); use a JDK that has them");
        }
        archiveClasses(runtime, distribution.resolve("lib"));
        writeChecksums(runtime);
    }

    /** Writes the file SHA256SUMS of the runtime, for {@code sha256sum -c}. The file in the folder above covers only the program. */
    private static void writeChecksums(Path runtime) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path file : filesBelow(runtime)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            lines.add(HexFormat.of().formatHex(digest) + "  " + runtime.relativize(file).toString().replace('\\', '/'));
        }
        Files.write(runtime.resolve("SHA256SUMS"), lines);
    }

    private static void copySystemLibraries(Path runtime) throws IOException, InterruptedException {
        Path lib = runtime.resolve("lib");
        for (String unused : HEADFUL) {
            Files.deleteIfExists(lib.resolve(unused));
        }
        Set<Path> found = new TreeSet<>();
        for (Path file : filesBelow(lib)) {
            if (!file.toString().endsWith(".so")) continue;
            for (String line : run("ldd", file.toString()).lines().toList()) {
                Matcher library = LIBRARY.matcher(line);
                if (library.matches()
                        && !library.group(2).startsWith(runtime.toString())
                        && !OF_THE_SYSTEM.matcher(library.group(1)).matches()) {
                    found.add(Path.of(library.group(2)));
                }
            }
        }
        for (Path library : found) {
            Files.copy(library, lib.resolve(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            Path legal = Files.createDirectories(runtime.resolve("legal/libraries"));
            Files.copy(
                    Path.of("/usr/share/doc", packageOf(library), "copyright"),
                    legal.resolve(library.getFileName() + ".txt"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    // dpkg knows a file by the path it was installed under, which may differ from its present path because of merged folders (/usr).
    private static String packageOf(Path library) throws IOException, InterruptedException {
        String[] owner = run("dpkg-query", "-S", "*/" + library.toRealPath().getFileName()).split(":", 2);
        return owner[0];
    }

    private static void archiveClasses(Path runtime, Path lib) throws IOException, InterruptedException {
        Path list = Files.createTempFile("classes", ".txt");
        Set<String> classes = new LinkedHashSet<>();
        String java = runtime.resolve("bin/java").toString();
        for (List<String> start : STARTS) {
            List<String> command = new ArrayList<>(List.of(
                    java,
                    "-XX:+UseSerialGC",
                    "-XX:DumpLoadedClassList=" + list,
                    "-cp",
                    lib.resolve("stylecodes.jar") + System.getProperty("path.separator") + lib.resolve("unpacked"),
                    "org.stylecodes.cli.Main"));
            command.addAll(start);
            run(command.toArray(String[]::new));
            // Only Java's own classes: Java 17 accepts archived classes of the program only if their jars stay in the same folder.
            Files.readAllLines(list).stream().filter(Runtime::isOfJava).forEach(classes::add);
        }
        Files.write(list, classes);
        run(java, "-Xshare:dump", "-XX:+UseSerialGC", "-XX:SharedClassListFile=" + list);
        Files.delete(list);
    }

    private static boolean isOfJava(String line) {
        return line.startsWith("java/") || line.startsWith("javax/") || line.startsWith("jdk/") || line.startsWith("sun/")
                || line.startsWith("@lambda-form-invoker");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) fail(String.join(" ", command) + " failed: " + output);
        return output;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void fail(String reason) {
        System.err.println("The runtime could not be built: " + reason);
        System.exit(1);
    }
}
