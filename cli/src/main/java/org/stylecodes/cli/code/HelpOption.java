package org.stylecodes.cli.code;

import picocli.CommandLine.Option;

/**
 * The help of a command on codes. No command here has an option of one letter: a code may begin with {@code -}, and must
 * not be taken for a cluster of options.
 */
final class HelpOption {
    @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
    boolean wanted;
}
