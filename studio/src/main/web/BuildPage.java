import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Bundles the studio's page into the module's classes. Maven runs this source file directly, with esbuild and Preact from
 * artifacts that it unpacked before, so that every build includes the page. Does nothing if the inputs are those of the last
 * build.
 */
public class BuildPage {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /**
     * @param arguments the folder of the page's sources, the module's {@code target}, and below {@code target/webjars} the
     *     folders of esbuild and Preact, as {@code NAME/VERSION}
     */
    public static void main(String[] arguments) throws Exception {
        Path sources = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path webjars = target.resolve("webjars/META-INF/resources/webjars");
        Path esbuild = webjars.resolve(arguments[2]).resolve(WINDOWS ? "esbuild.exe" : "bin/esbuild");
        Path preact = webjars.resolve(arguments[3]);
        Path page = target.resolve("classes/org/stylecodes/studio/page");
        Path stamp = target.resolve("page.sha256");

        requireSameVersion(sources.resolve("package.json"), arguments[3]);
        String fingerprint = fingerprint(sources, arguments[2] + " " + arguments[3]);
        if (Files.exists(page.resolve("index.html"))
                && Files.exists(stamp)
                && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        Path work = target.resolve("web"); // holds sources and packages side by side, where esbuild looks for them
        delete(work);
        copy(sources.resolve("src"), work.resolve("src"));
        copy(preact, work.resolve("node_modules/preact"));
        Path assets = page.resolve("assets");
        delete(assets);
        bundle(esbuild, work, assets);
        Files.writeString(
                page.resolve("licences.txt"), "preact\n\n" + Files.readString(preact.resolve("LICENSE"), StandardCharsets.UTF_8));
        Files.writeString(
                page.resolve("index.html"),
                Files.readString(sources.resolve("index.html"))
                        .replace("{script}", asset(assets, ".js"))
                        .replace("{stylesheet}", asset(assets, ".css"))
                        .replace("{icon}", asset(assets, ".svg")));
        Files.writeString(stamp, fingerprint);
    }

    /** The type check reads the types of Preact from npm, so both copies must have the same version. */
    private static void requireSameVersion(Path packageJson, String preact) throws IOException {
        String wanted = "\"preact\": \"" + preact.substring(preact.indexOf('/') + 1) + "\"";
        if (!Files.readString(packageJson).contains(wanted)) {
            fail(packageJson + " does not contain " + wanted + ", the version in the POM");
        }
    }

    private static String fingerprint(Path sources, String tools) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(tools.getBytes(StandardCharsets.UTF_8));
        for (String part : List.of("BuildPage.java", "index.html", "src")) {
            for (Path input : filesBelow(sources.resolve(part))) {
                digest.update(sources.relativize(input).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(input));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void bundle(Path esbuild, Path work, Path assets) throws IOException, InterruptedException {
        if (!WINDOWS && !esbuild.toFile().setExecutable(true)) fail(esbuild + " cannot be made executable");
        List<String> command = List.of(
                esbuild.toAbsolutePath().toString(),
                "src/page.tsx",
                "src/page.css",
                "src/icon.svg",
                "--outdir=" + assets.toAbsolutePath(),
                "--entry-names=[name]-[hash]",
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--jsx=automatic",
                "--jsx-import-source=preact",
                "--loader:.svg=copy",
                "--legal-comments=eof",
                "--log-level=warning");
        int status =
                new ProcessBuilder(command).directory(work.toFile()).inheritIO().start().waitFor();
        if (status != 0) fail("esbuild could not bundle the studio's page; its message is above");
    }

    /** The address of the only asset with an ending. Fails if there is not exactly one. */
    private static String asset(Path assets, String ending) throws IOException {
        List<Path> found = filesBelow(assets).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
        if (found.size() != 1) fail("expected one " + ending + " file in " + assets + ", found " + found);
        return "/assets/" + found.get(0).getFileName();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : filesBelow(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
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
        System.err.println("The studio's page could not be built: " + reason);
        System.exit(1);
    }
}
