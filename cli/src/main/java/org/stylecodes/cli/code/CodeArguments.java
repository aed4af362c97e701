package org.stylecodes.cli.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The codes given to a command. They must belong to one model.
 *
 * @param codes the codes in the order given
 * @param modelId the model that an option or a shared code names; null if none does
 */
record CodeArguments(List<StyleCode> codes, @Nullable String modelId) {
    static CodeArguments read(CommandSpec command, List<String> texts, @Nullable String modelOption) {
        String modelId = modelOption;
        List<StyleCode> codes = new ArrayList<>();
        for (String text : texts) {
            CodeText read = parse(command, text);
            modelId = modelId == null ? read.model() : modelId;
            codes.add(modelId == null ? read.code() : read.codeFor(modelId));
        }
        return new CodeArguments(List.copyOf(codes), modelId);
    }

    /** Reads a code. Text that looks like an option is reported as an unknown option, because codes may begin with - too. */
    static CodeText parse(CommandSpec command, String text) {
        try {
            return CodeText.parse(text);
        } catch (InvalidCodeException refusal) {
            if (text.matches("--?[a-z-]+(=.*)?") && text.length() < StyleCode.LENGTH) {
                throw new CommandLine.UnmatchedArgumentException(
                        command.commandLine(), "Unknown option: '" + text + "'");
            }
            throw refusal;
        }
    }
}
