package org.stylecodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.tensor.NativeErrors;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports an error to the user in one sentence and chooses the exit code: 2 if the command line is wrong or names something that
 * cannot be read, and 1 if the work failed.
 *
 * @param stackTraces tells, when an error occurs, whether the user asked for stack traces
 */
public record ErrorHandler(BooleanSupplier stackTraces)
        implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(firstLine(failure.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        return report(failure, command);
    }

    /** Does the same as {@link #handleExecutionException}, but also for an {@link Error}. */
    int report(Throwable failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(message(failure)));
        if (stackTraces.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return isBadValue(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** Returns one sentence that tells the user what went wrong. */
    static String message(Throwable thrown) {
        Throwable failure = thrown instanceof RuntimeException exception ? NativeErrors.typed(exception) : thrown;
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return message(unchecked.getCause());
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": access is denied";
        }
        if (failure instanceof FileAlreadyExistsException present) {
            return present.getFile() + ": a file with this name already exists";
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory; ask for smaller pictures, or, if the Java heap was full, raise its limit with"
                    + " STYLECODES_JAVA_OPTIONS=-Xmx8g";
        }
        UnsatisfiedLinkError unloaded = unloadedLibrary(failure);
        if (unloaded != null) {
            return "the native libraries cannot be loaded on this machine: " + firstLine(unloaded.getMessage());
        }
        if (isExpected(failure)) {
            return String.valueOf(failure.getMessage());
        }
        return "unexpected failure: " + failure.getClass().getSimpleName() + ": " + firstLine(failure.getMessage())
                + " (--stacktrace shows where)";
    }

    // JavaCPP loads libraries while classes are initialized, so Java wraps the error.
    private static @Nullable UnsatisfiedLinkError unloadedLibrary(Throwable failure) {
        for (Throwable cause = failure; cause instanceof LinkageError; cause = cause.getCause()) {
            if (cause instanceof UnsatisfiedLinkError error) {
                return error;
            }
        }
        return null;
    }

    private static boolean isExpected(Throwable failure) {
        return failure instanceof StyleCodesException || failure instanceof IOException;
    }

    private static boolean isBadValue(Throwable failure) {
        return failure instanceof InvalidRequestException;
    }

    /** The first line of a message. Native code appends its stack trace to it. */
    private static String firstLine(@Nullable String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("");
    }
}
