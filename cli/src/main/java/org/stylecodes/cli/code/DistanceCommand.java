package org.stylecodes.cli.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures distances between codes. */
@Command(
        name = "distance",
        description =
                "Print the distance of style codes from the first: the root mean square of the differences of their"
                        + " values, 0 (equal) to 2.",
        footer = {
            "",
            "With more than two codes, each line has the distance, a tab and the code.",
            "",
            "Examples:",
            "  stylecodes code distance RIgP_58waM-Dx3A5idNo Bwb2Dc4_dsdc6lC1MXlP",
            "  stylecodes code distance RIgP_58waM-Dx3A5idNo $(cat codes.txt) | sort -n"
        })
final class DistanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "CODE", description = "The code to measure from.")
    private String from;

    @Parameters(index = "1..*", paramLabel = "OTHER", arity = "1..*", description = "Codes of the same model.")
    private List<String> others;

    @Option(names = "--model", paramLabel = "ID", description = "Refuse codes that were shared for another model.")
    private @Nullable String modelId;

    @Option(names = "--json", description = "Print a JSON array with one object per code: code and distance.")
    private boolean json;

    @Override
    public Integer call() {
        List<String> texts = Stream.concat(Stream.of(from), others.stream()).toList();
        List<StyleCode> codes = CodeArguments.read(spec, texts, modelId).codes();
        StyleCode first = codes.get(0);
        List<StyleCode> rest = codes.subList(1, codes.size());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(first, rest).toPrettyString());
        } else if (rest.size() == 1) {
            out.println(first.distance(rest.get(0)));
        } else {
            rest.forEach(code -> out.println(first.distance(code) + "\t" + code));
        }
        return CommandLine.ExitCode.OK;
    }

    private static ArrayNode json(StyleCode first, List<StyleCode> rest) {
        ArrayNode distances = JsonNodeFactory.instance.arrayNode();
        rest.forEach(code -> distances.addObject().put("code", code.toString()).put("distance", first.distance(code)));
        return distances;
    }
}
