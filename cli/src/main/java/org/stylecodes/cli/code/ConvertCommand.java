package org.stylecodes.cli.code;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeForm;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes codes in another form. */
@Command(
        name = "convert",
        description = "Write style codes in another form.",
        footer = {
            "",
            "Examples:",
            "  stylecodes code convert --to shared --model nano1 RIgP_58waM-Dx3A5idNo",
            "  stylecodes code convert --to bare Aj8dPwAACD8rECAlCC8UGzU/HwI"
        })
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CODE", arity = "1..*", description = "Codes in any form.")
    private List<String> texts;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            description =
                    "bare (20 symbols), shared (with the model's id and 2 check symbols) or legacy (the 27 characters of"
                            + " the first release).")
    private CodeForm form;

    @Mixin
    private ModelIdOption model;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String text : texts) {
            CodeText read = CodeArguments.parse(spec, text);
            String id = model.id(spec);
            StyleCode code = id == null ? read.code() : read.codeFor(id);
            out.println(
                    switch (form) {
                        case BARE -> code.toString();
                        case SHARED -> shared(code, id == null ? read.model() : id);
                        case LEGACY -> code.toLegacy();
                    });
        }
        return CommandLine.ExitCode.OK;
    }

    private String shared(StyleCode code, @Nullable String modelId) {
        if (modelId == null) {
            throw new ParameterException(
                    spec.commandLine(), code + " does not name its model; give the model's id with --model ID");
        }
        return new SharedCode(modelId, code).toString();
    }
}
