package org.stylecodes.cli.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether texts are codes, in which form, and of which model. */
@Command(
        name = "check",
        description =
                "Check whether texts are style codes. For a text that is not, tell what is wrong and which code was"
                        + " probably meant.",
        footer = {
            "",
            "The exit code is 1 if a text is not a code.",
            "",
            "Examples:",
            "  stylecodes code check nano1:RIgP_58waM-Dx3A5idNomo",
            "  stylecodes code check --json $(cat codes.txt)"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CODE", arity = "1..*", description = "The texts to check.")
    private List<String> texts;

    @Option(names = "--model", paramLabel = "ID", description = "Refuse codes that were shared for another model.")
    private @Nullable String modelId;

    @Option(
            names = "--json",
            description = "Print a JSON array with one object per text: text and valid; for a code also form, model and"
                    + " code; for other texts also error, position (from 0) and meant.")
    private boolean json;

    @Override
    public Integer call() {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        boolean allValid = true;
        for (String text : texts) {
            try {
                CodeText read = CodeArguments.parse(spec, text);
                if (modelId != null) {
                    read.codeFor(modelId);
                }
                results.add(report(text, read));
            } catch (InvalidCodeException refusal) {
                allValid = false;
                results.add(report(text, refusal));
            }
        }
        if (json) {
            spec.commandLine().getOut().println(results.toPrettyString());
        }
        return allValid ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private ObjectNode report(String text, CodeText read) {
        if (!json) {
            spec.commandLine().getOut().println(read + ": " + describe(read));
        }
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("valid", true)
                .put("form", read.form().name().toLowerCase(Locale.ROOT));
        if (read.model() != null) {
            result.put("model", read.model());
        }
        return result.put("code", read.code().toString());
    }

    private ObjectNode report(String text, InvalidCodeException refusal) {
        if (!json) {
            spec.commandLine().getErr().println(refusal.getMessage());
        }
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("valid", false)
                .put("error", refusal.getMessage());
        refusal.position().ifPresent(position -> result.put("position", position));
        refusal.meant().ifPresent(meant -> result.put("meant", meant));
        return result;
    }

    private static String describe(CodeText read) {
        return switch (read.form()) {
            case BARE -> "a style code; it does not name its model";
            case SHARED -> "a style code of the model " + read.model() + ", " + read.code();
            case LEGACY -> "a style code in the form of the first release, " + read.code();
        };
    }
}
