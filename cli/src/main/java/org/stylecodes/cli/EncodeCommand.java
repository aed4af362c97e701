package org.stylecodes.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Encodes pictures as style codes. */
@Command(
        name = "encode",
        description =
                "Print the style code of each picture. One picture gives its code alone; several give one line each: the"
                        + " code, a tab and the path.",
        footer = {
            "",
            "A file that cannot be read as a picture is reported; the other pictures are still encoded. The exit code"
                    + " is then 1.",
            "",
            "Examples:",
            "  stylecodes encode photo.jpg",
            "  stylecodes encode --shared *.png > codes.tsv",
            "  stylecodes encode --merge poster-1.jpg poster-2.jpg poster-3.jpg"
        })
final class EncodeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            paramLabel = "PICTURE",
            arity = "1..*",
            description = "Pictures of any size: PNG, JPEG, GIF, BMP or WebP.")
    private List<String> paths;

    @Option(
            names = "--merge",
            description = "Print one code for all pictures together: their codes mixed with equal weights.")
    private boolean merge;

    @Option(
            names = "--shared",
            description = "Print codes in the form for sharing: with the model's id and two check symbols.")
    private boolean shared;

    @Option(
            names = "--json",
            description =
                    "Print a JSON array with one object per picture: path, code, shared and model, or path and error."
                            + " --merge prints one object, with paths instead of path.")
    private boolean json;

    @Mixin
    private ReadingOption reading;

    @Mixin
    private ModelOption modelOption;

    EncodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (StyleCodes model = modelOption.open()) {
            List<EncodeResult> results = encode(model);
            List<EncodeResult> read =
                    results.stream().filter(result -> result.code() != null).toList();
            boolean all = read.size() == results.size();
            if (merge && all) {
                print(model, merged(read));
            } else if (merge && !json) { // no code of only the readable pictures, which a script would mistake for all
                spec.commandLine()
                        .getErr()
                        .println("no merged code was made; leave out the pictures that cannot be read");
            } else if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                results.forEach(result -> array.add(result.json(model)));
                spec.commandLine().getOut().println(array.toPrettyString());
            }
            return all ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private List<EncodeResult> encode(StyleCodes model) {
        PrintWriter err = spec.commandLine().getErr();
        List<EncodeResult> results = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(terminal, err, "picture")) {
            for (String path : paths) {
                EncodeResult result = EncodeResult.of(model, path, reading.options());
                results.add(result);
                progress.hide();
                if (result.error() != null) {
                    err.println(result.error());
                } else if (!merge && !json) {
                    print(model, result);
                }
                progress.advance("encoding", results.size(), paths.size());
            }
        }
        return results;
    }

    private void print(StyleCodes model, EncodeResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(result.json(model).toPrettyString());
        } else {
            StyleCode style = Objects.requireNonNull(result.code());
            String code = shared ? model.share(style).toString() : style.toString();
            out.println(paths.size() == 1 || merge ? code : code + "\t" + String.join("\t", result.paths()));
        }
        out.flush();
    }

    private static EncodeResult merged(List<EncodeResult> results) {
        StyleCode code = StyleCode.mix(results.stream()
                .map(result -> new WeightedCode(Objects.requireNonNull(result.code()), 1))
                .toList());
        return new EncodeResult(
                results.stream().flatMap(result -> result.paths().stream()).toList(), code, null);
    }
}
