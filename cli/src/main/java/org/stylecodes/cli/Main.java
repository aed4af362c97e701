package org.stylecodes.cli;

/** The entry point of the program {@code stylecodes}. */
public final class Main {
    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Program.run(Program.commandLineFor(Terminal.ofProcess(), arguments), arguments));
    }
}
