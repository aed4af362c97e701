package org.stylecodes.cli;

import picocli.CommandLine.Option;

/** The options that all commands share, except the commands on codes, where {@code -h} could be the start of a code. */
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;
}
