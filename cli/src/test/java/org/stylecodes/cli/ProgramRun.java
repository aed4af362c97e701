package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One run of the program in this process: what it printed, and its exit code. */
record ProgramRun(int exitCode, String out, String err) {
    /** The golden model, whose weights are random: it draws nothing, but quickly. */
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

    /** A run with the golden model. */
    static ProgramRun ofModel(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--model", MODEL));
        return of(all.toArray(String[]::new));
    }

    /** It ended as a wrong command line does, with this as the first line of its message. */
    void misused(String message) {
        assertEquals(message, err.lines().findFirst().orElse(""));
        assertEquals("", out);
        assertEquals(2, exitCode);
    }

    /** It could not do its work, and said only this. */
    void failed(String message) {
        assertEquals(new ProgramRun(1, "", message + "\n"), this);
    }

    private static String unix(StringWriter written) {
        return written.toString().replace("\r\n", "\n");
    }
}
