package org.stylecodes.cli.code;

import picocli.CommandLine.Option;

/**
 * The help option of the commands on codes. These commands have no one-letter options, because a code may begin with {@code -}
 * and must not be parsed as a cluster of such options.
 */
final class HelpOption {
    @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
    boolean wanted;
}
