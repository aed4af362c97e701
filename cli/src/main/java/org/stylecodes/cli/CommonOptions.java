package org.stylecodes.cli;

import picocli.CommandLine.Option;

/** What every command understands, apart from those on codes, where {@code -h} could begin a code. */
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;
}
