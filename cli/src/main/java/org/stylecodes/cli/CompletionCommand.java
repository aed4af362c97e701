package org.stylecodes.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script for the shell. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in Bash and Zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(stylecodes completion)",
            "  stylecodes completion > /etc/bash_completion.d/stylecodes"
        })
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("stylecodes", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
