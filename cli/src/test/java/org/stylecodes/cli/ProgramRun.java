package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One run of the program in this process: what it printed, and its exit code. */
record ProgramRun(int exitCode, String out, String err) {
    /** The golden model. Its weights are random, so it draws quickly but shows nothing. */
    static final String MODEL = "../model/src/test/resources/golden/tiny-sd15";

    static final String IMAGES = "../model/src/test/resources/golden/images/";

    static ProgramRun of(String... arguments) {
        return of(new Terminal(0), arguments);
    }

    static ProgramRun of(Terminal terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = Program.commandLineFor(terminal, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int exitCode = Program.run(program, arguments);
        return new ProgramRun(exitCode, unix(out), unix(err));
    }

    /** Runs the program with the golden model. */
    static ProgramRun ofModel(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--model", MODEL));
        return of(all.toArray(String[]::new));
    }

    /** Asserts that the run ended with the exit code of a wrong command line and with this first line of its message. */
    void misused(String message) {
        assertEquals(message, err.lines().findFirst().orElse(""));
        assertEquals("", out);
        assertEquals(2, exitCode);
    }

    /** Asserts that the work failed and that the run printed only this message. */
    void failed(String message) {
        assertEquals(new ProgramRun(1, "", message + "\n"), this);
    }

    private static String unix(StringWriter written) {
        return written.toString().replace("\r\n", "\n");
    }
}
