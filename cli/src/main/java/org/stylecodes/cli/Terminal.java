package org.stylecodes.cli;

/**
 * What standard error is shown on. The script that starts the program knows and says so in the system property
 * {@code stylecodes.columns}, since Java cannot ask about one stream.
 *
 * @param columns characters in a line; 0 where standard error is not a terminal
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

    /** How wide help is laid out: as the terminal, within what reads well. */
    int helpWidth() {
        return isInteractive() ? Math.max(80, Math.min(columns, WIDEST_HELP)) : WIDEST_HELP;
    }
}
