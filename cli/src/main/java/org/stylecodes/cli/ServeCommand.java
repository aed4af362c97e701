package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.Studio;
import org.stylecodes.studio.StudioOptions;
import org.stylecodes.studio.limits.Limits;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the studio. */
@Command(
        name = "serve",
        description =
                "Run the studio, a web page and an API to make, mix, find and share style codes. Ctrl-C stops it.",
        footer = {
            "",
            "Examples:",
            "  stylecodes serve",
            "  stylecodes serve --port 9000 --demo-gallery",
            "  stylecodes serve --host 0.0.0.0 --token-file token.txt \\",
            "      --database-file database.txt"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7860",
            description = "The port to listen on; 0 takes any free port. Default: 7860.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. An address that other machines can reach needs a token."
                    + " Default: 127.0.0.1.")
    private String host;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where pictures and the gallery are kept. Default: ~/.stylecodes/studio"
                    + " (STYLECODES_HOME/studio).")
    private @Nullable Path data;

    @ArgGroup
    private Database database = new Database();

    @ArgGroup
    private Token token = new Token();

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "An origin, such as https://example.org, whose pages may call the API. Repeatable.")
    private List<String> origins = List.of();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The address under which others reach the studio through a proxy, such as"
                    + " https://studio.example.org. Links use it. If it is https, browsers send cookies over https"
                    + " only.")
    private @Nullable String publicUrl;

    @Option(
            names = "--queue",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many generations may wait. Further ones are refused. Default: 64.")
    private int queue;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "How many requests per second each token may make on average; without tokens, each address. 0 sets no"
                            + " limit. Default: 0.")
    private int rate;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "Remove generations, and pictures that no style in the gallery uses, N days after their last"
                    + " use. Default: keep everything.")
    private @Nullable Integer keepDays;

    @Option(names = "--demo-gallery", description = "Fill an empty gallery with two dozen rendered styles.")
    private boolean demoGallery;

    @Mixin
    private ModelOption model;

    /** The options that name the database. */
    static final class Database {
        private static final String VARIABLE = "STYLECODES_DATABASE";

        @Option(
                names = "--database",
                paramLabel = "URL",
                description =
                        "A PostgreSQL database for the gallery and the queue. Several servers may share it, if they share"
                                + " the data folder too. Other users of this machine may see a password in this option;"
                                + " --database-file and the environment variable " + VARIABLE
                                + " hide it. Default: a file in the data folder.")
        private @Nullable String url;

        @Option(
                names = "--database-file",
                paramLabel = "FILE",
                description = "A file that contains the URL of the database.")
        private @Nullable Path file;

        @Nullable
        String read(Map<String, String> environment) {
            if (file == null) {
                return url == null ? environment.get(VARIABLE) : url;
            }
            List<String> lines = InputFiles.lines(file);
            if (lines.isEmpty()) { // an error, so that the studio does not start with a private gallery
                throw new BadValueException("the file " + file + " has no URL of a database; expected one such as"
                        + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD");
            }
            return lines.get(0);
        }
    }

    /** The options that give tokens. */
    static final class Token {
        @Option(
                names = "--token",
                paramLabel = "TEXT",
                description = "A token that callers must send. Other users of this machine may see it in this option;"
                        + " --token-file hides it.")
        private @Nullable String text;

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                description =
                        "A file with one token per line. Callers must send one of them, so each user can have their own.")
        private @Nullable Path file;

        List<String> read() {
            if (file == null) {
                return text == null ? List.of() : List.of(text);
            }
            List<String> tokens = InputFiles.lines(file);
            if (tokens.isEmpty()) { // an error, so that the studio does not start without access control
                throw new BadValueException("the token file " + file + " has no token; expected one per line");
            }
            return tokens;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (queue < 1 || rate < 0) {
            throw new BadValueException("--queue is " + queue + " and --rate " + rate
                    + "; expected --queue to be 1 or more and --rate 0 (no limit) or more");
        }
        if (keepDays != null && keepDays < 1) {
            throw new BadValueException("--keep-days is " + keepDays + "; expected 1 or more");
        }
        Path folder = data == null ? ModelCatalog.ofUser().folder().resolveSibling("studio") : data;
        StudioOptions options = StudioOptions.local(port, folder, model::open)
                .access(host, token.read())
                .database(database.read(System.getenv()))
                .origins(origins)
                .publicUrl(publicUrl)
                .demoGallery(demoGallery)
                .keep(keepDays == null ? null : Duration.ofDays(keepDays))
                .limits(Limits.DEFAULT.withQueued(queue).withRequestsPerSecond(rate));
        CountDownLatch stopped = new CountDownLatch(1);
        Studio studio = Studio.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            studio.close();
            stopped.countDown();
        }));
        PrintWriter out = spec.commandLine().getOut();
        out.println("The studio is open at " + studio.address() + " (Ctrl-C closes it)");
        out.flush();
        stopped.await();
        return ExitCode.OK;
    }
}
