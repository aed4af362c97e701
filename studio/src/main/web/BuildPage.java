import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Bundles the studio's page into the module's classes; Maven runs this file as it is, on every system. Nothing is done when the
 * inputs are those of the last time. Where Node is absent, the build goes on without the page and says so.
 *
 * <p>The work is done on a copy under {@code target}, so that no package lies among the sources.
 */
public class BuildPage {
    private static final int OLDEST_NODE = 18;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /** @param arguments the folder of the page's sources, and the module's {@code target} */
    public static void main(String[] arguments) throws Exception {
        Path sources = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path page = target.resolve("classes/org/stylecodes/studio/page");
        Path stamp = target.resolve("page.sha256");
        List<Path> inputs = inputs(sources);
        String fingerprint = fingerprint(sources, inputs);
        if (Files.exists(page.resolve("index.html"))
                && Files.exists(stamp)
                && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        if (nodeVersion() < OLDEST_NODE) {
            System.out.println("The studio is built without its page: Node " + OLDEST_NODE
                    + " or newer is not on the PATH. The program and its HTTP API work all the same.");
            return;
        }
        Path work = target.resolve("web");
        for (Path input : inputs) {
            Path copy = work.resolve(sources.relativize(input).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(input, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        run(work, WINDOWS ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        run(work, "node", "build.mjs", page.toAbsolutePath().toString());
        Files.writeString(stamp, fingerprint);
    }

    /** The files that the page is made of, in a fixed order. Packages that a developer installed beside them are none. */
    private static List<Path> inputs(Path sources) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(sources, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("node_modules") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private static String fingerprint(Path sources, List<Path> inputs) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path input : inputs) {
            digest.update(sources.relativize(input).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(input));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The major version of Node, 0 where there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return node.waitFor() == 0 ? Integer.parseInt(version.substring(1, version.indexOf('.'))) : 0;
        } catch (IOException | RuntimeException absent) {
            return 0;
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            System.err.println(output);
            System.err.println("The studio's page could not be built: \"" + String.join(" ", command) + "\" failed in " + folder
                    + "; what is above says why.");
            System.exit(1);
        }
    }
}
