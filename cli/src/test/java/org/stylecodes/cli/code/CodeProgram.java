package org.stylecodes.cli.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.IntStream;
import org.stylecodes.cli.ErrorHandler;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.error.EnvironmentException;
import picocli.CommandLine;

/** One run of {@code stylecodes code} in this process: what it printed, and its exit code. */
record CodeProgram(int exitCode, String out, String err) {
    static CodeProgram run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = CodeCommand.commandLine(CodeProgram::find)
                .setExecutionExceptionHandler(new ErrorHandler(() -> false))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int exitCode = program.execute(arguments);
        return new CodeProgram(exitCode, unix(out), unix(err));
    }

    void printed(String... lines) {
        assertEquals(new CodeProgram(0, String.join("\n", lines) + "\n", ""), this);
    }

    void refused(String message) {
        assertEquals(new CodeProgram(1, "", message + "\n"), this);
    }

    /** Asserts that the run ended because a value is not a code, or is a code of another model. */
    void refusedValue(String message) {
        assertEquals(new CodeProgram(2, "", message + "\n"), this);
    }

    void misused(String message) {
        assertEquals(2, exitCode);
        assertEquals("", out);
        assertEquals(message, err.lines().findFirst().orElse(""));
    }

    private static CodeSource find(String model) {
        if (model != null && !model.equals("models/dusk")) {
            throw new EnvironmentException("the model " + model + " was not found");
        }
        double[] mean = IntStream.range(0, 20).mapToDouble(i -> i / 20.0 - 0.5).toArray();
        double[][] covariance = new double[20][20];
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 20; column++) {
                covariance[row][column] = row == column ? 0.04 : 0.02;
            }
        }
        return new CodeSource(model == null ? "nano1" : "dusk", CodeDistribution.of(mean, covariance));
    }

    private static String unix(StringWriter written) {
        return written.toString().replace("\r\n", "\n");
    }
}
