import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Completes the folder of the distribution after Maven has copied jars and native libraries into it. Adds two jars that only contain a
 * class path, the licence texts and the checksums. Fails if a jar or native library has no licence text.
 */
public class Assemble {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dylib|dll)(\\.[0-9.]+)?");
    private static final Pattern LICENCE = Pattern.compile("(?i)(.*/)?(licen[cs]es?|notice)(\\.[a-z]+)?");
    private static final Predicate<Path> ARCHIVE =
            file -> file.toString().endsWith(".tar.gz") || file.toString().endsWith(".zip");
    // The jars that most commands need come first, because Java opens the jars of a class path in order until it finds a class.
    private static final List<String> FIRST = List.of("stylecodes-cli", "stylecodes-", "picocli", "jackson");

    // The platforms of JavaCPP with their names in sqlite-jdbc.
    private static final Map<String, String> SQLITE = Map.of(
            "linux-x86_64", "Linux/x86_64", "macosx-arm64", "Mac/aarch64", "windows-x86_64", "Windows/x86_64");

    /**
     * Completes a distribution, or writes the checksums of archives.
     *
     * @param arguments the folder of the distribution, the table of licences, the folder of their texts, and the platform as JavaCPP
     *     names it; or only a folder with archives, into which their checksums are written
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (arguments.length == 1) {
            try (Stream<Path> files = Files.list(folder)) {
                writeChecksums(folder, files.filter(ARCHIVE).sorted().toList());
            }
            return;
        }
        Path lib = folder.resolve("lib");
        writeClassPath(lib.resolve("stylecodes.jar"), lib.resolve("core"));
        writeClassPath(lib.resolve("studio.jar"), lib.resolve("studio"));
        unpackSqlite(lib, arguments[3]);
        linkOpenBlas(lib.resolve("unpacked"));
        collectLicences(folder, readTable(Path.of(arguments[1])), Path.of(arguments[2]));
        writeChecksums(folder, filesBelow(folder));
    }

    private static void writeClassPath(Path jar, Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        filesBelow(folder).stream()
                                .sorted(Comparator.comparingInt(Assemble::rank))
                                .map(file -> folder.getFileName() + "/" + file.getFileName())
                                .collect(Collectors.joining(" ")));
        ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
        entry.setTime(0); // makes the build reproducible
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out)) {
            content.putNextEntry(entry);
            manifest.write(content);
        }
    }

    private static int rank(Path jar) {
        String name = jar.getFileName().toString();
        for (int i = 0; i < FIRST.size(); i++) {
            if (name.startsWith(FIRST.get(i))) return i;
        }
        return FIRST.size();
    }

    /** Unpacks the library that sqlite-jdbc would otherwise write to a temporary file at every start. */
    private static void unpackSqlite(Path lib, String platform) throws IOException {
        String wanted = "org/sqlite/native/" + SQLITE.get(platform) + "/";
        Path into = Files.createDirectories(lib.resolve("unpacked/sqlite"));
        for (Path jar : filesBelow(lib.resolve("studio"))) {
            if (!jar.getFileName().toString().startsWith("sqlite-jdbc-")) continue;
            try (JarFile content = new JarFile(jar.toFile())) {
                for (ZipEntry entry : content.stream().toList()) {
                    if (entry.isDirectory() || !entry.getName().startsWith(wanted)) continue;
                    try (InputStream in = content.getInputStream(entry)) {
                        Files.copy(in, into.resolve(entry.getName().substring(wanted.length())));
                    }
                }
            }
        }
        if (filesBelow(into).isEmpty()) {
            System.err.println("sqlite-jdbc has no library for " + platform + "; expected one of " + SQLITE.keySet());
            System.exit(1);
        }
    }

    // The natives of openblas_nolapack load OpenBLAS by a second name. JavaCPP would create that link in its cache.
    private static void linkOpenBlas(Path unpacked) throws IOException {
        for (Path library : filesBelow(unpacked)) {
            String name = library.getFileName().toString();
            if (!name.startsWith("libopenblas.")) continue;
            Path second = library.resolveSibling(name.replace("libopenblas", "libopenblas_nolapack"));
            if (name.endsWith(".dll")) {
                Files.copy(library, second);
            } else {
                Files.createSymbolicLink(second, library.getFileName());
            }
        }
    }

    private record Row(Pattern part, List<String> texts) {}

    private static List<Row> readTable(Path table) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            List<String> words = List.of(line.strip().split(" +"));
            String glob = words.get(0).replace(".", "\\.").replace("*", ".*");
            rows.add(new Row(Pattern.compile(glob), words.subList(1, words.size())));
        }
        return rows;
    }

    private static void collectLicences(Path folder, List<Row> table, Path texts) throws IOException {
        Path licences = folder.resolve("licenses");
        TreeMap<String, String> index = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (Path part : filesBelow(folder.resolve("lib"))) {
            String name = part.getFileName().toString();
            boolean jar = name.endsWith(".jar");
            if (part.getParent().endsWith("lib") || !jar && !NATIVE.matcher(name).matches()) continue;
            List<String> own = jar ? copyFromJar(part, licences.resolve(name)) : List.of();
            List<String> found = new ArrayList<>(own);
            table.stream().filter(row -> row.part().matcher(name).matches()).findFirst().stream()
                    .flatMap(row -> row.texts().stream())
                    .filter(text -> !text.equals("jar"))
                    .forEach(found::add);
            if (found.isEmpty()) missing.add(name);
            found.stream().filter(text -> !own.contains(text) && !Files.exists(texts.resolve(text))).forEach(missing::add);
            index.put(folder.relativize(part).toString().replace('\\', '/'), String.join(" ", found));
        }
        if (!missing.isEmpty()) {
            System.err.println("No licence text for " + missing + "; add a line to dist/src/licenses.txt");
            System.exit(1);
        }
        Files.createDirectories(licences);
        for (Path text : filesBelow(texts)) {
            Files.copy(text, licences.resolve(text.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.write(
                licences.resolve("INDEX.txt"),
                index.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
    }

    /** Copies the licence texts in a jar into a folder for that jar, and returns their names. */
    private static List<String> copyFromJar(Path jar, Path into) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile content = new JarFile(jar.toFile())) {
            for (ZipEntry entry : content.stream().toList()) {
                if (entry.isDirectory() || !LICENCE.matcher(entry.getName()).matches()) continue;
                String name = entry.getName().replaceFirst("^META-INF/", "").replace('/', '_');
                Files.createDirectories(into);
                try (InputStream in = content.getInputStream(entry)) {
                    Files.copy(in, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
                names.add(into.getFileName() + "/" + name);
            }
        }
        return names;
    }

    /** Writes the file SHA256SUMS into the folder, for {@code sha256sum -c}. */
    private static void writeChecksums(Path folder, List<Path> files) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            if (file.endsWith("SHA256SUMS")) continue;
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            lines.add(HexFormat.of().formatHex(digest.digest()) + "  "
                    + folder.relativize(file).toString().replace('\\', '/'));
        }
        Files.write(folder.resolve("SHA256SUMS"), lines);
    }

    private static List<Path> filesBelow(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
