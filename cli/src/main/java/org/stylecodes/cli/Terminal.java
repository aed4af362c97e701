package org.stylecodes.cli;

/**
 * The terminal that shows standard error. The script that starts the program passes its width in the system property
 * {@code stylecodes.columns}, because Java cannot tell for a single stream whether it is a terminal.
 *
 * @param columns characters per line; 0 if standard error is not a terminal
 */
record Terminal(int columns) {
    private static final String COLUMNS = "stylecodes.columns";
    private static final int WIDEST_HELP = 100;

    static Terminal ofProcess() {
        return new Terminal(Math.max(0, Integer.getInteger(COLUMNS, 0)));
    }

    boolean isInteractive() {
        return columns > 0;
    }

    /** The width of help texts in characters: that of the terminal, but within a range that reads well. */
    int helpWidth() {
        return isInteractive() ? Math.max(80, Math.min(columns, WIDEST_HELP)) : WIDEST_HELP;
    }
}
