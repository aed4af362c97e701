package org.stylecodes.studio.http;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.error.NotReadyException;
import org.stylecodes.studio.error.OverloadedException;

/**
 * Answers failed requests with a {@link Problem}, in the form that the route's clients expect.
 */
public final class ErrorMapper implements Routes {
    /** The form in which the clients of an API expect errors. */
    @FunctionalInterface
    public interface Dialect {
        /** The JSON body for a problem. */
        Object body(Problem problem);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final Problem UNEXPECTED =
            Problem.of(500, "Unexpected failure", "something went wrong in the server, which has noted it");

    private final Map<String, Dialect> dialects;

    /** @param dialects by the start of the paths that they apply to; all other routes answer with RFC 9457 */
    public ErrorMapper(Map<String, Dialect> dialects) {
        this.dialects = Map.copyOf(dialects);
    }

    @Override
    public void add(JavalinConfig config) {
        config.router.javaLangErrorHandler(ErrorMapper::answer);
        RoutesConfig routes = config.routes;
        routes.exception(Exception.class, (failure, context) -> answer(context, failure));
        routes.error(404, context -> rewritten(context, 404, "Not found", "there is nothing at this address"));
        routes.error(405, context -> rewritten(context, 405, "Method not allowed", "this address has other methods"));
    }

    // Nothing of the request is known here any more.
    private static void answer(HttpServletResponse response, Error failure) {
        LOG.error("a request failed:{}", trace(failure));
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(Json.bytes(UNEXPECTED));
        } catch (IOException gone) {
            LOG.debug("nobody was there to be told of an error");
        }
    }

    // What the server answers by itself where no handler is.
    private static void rewritten(Context context, int status, String title, String detail) {
        String media = context.res().getContentType();
        if (media == null || media.startsWith("text/plain")) {
            Json.write(context, Problem.of(status, title, detail));
        }
    }

    private void answer(Context context, Exception failure) {
        Problem problem = problem(failure);
        if (failure instanceof OverloadedException overloaded) {
            context.header("Retry-After", String.valueOf(overloaded.retrySeconds()));
        } else if (problem.status() == 503) {
            context.header("Retry-After", "3");
        }
        if (problem.status() == 500 || problem.status() == 507) {
            logged(context, failure);
        }
        write(context, problem);
    }

    private void write(Context context, Problem problem) {
        for (Map.Entry<String, Dialect> dialect : dialects.entrySet()) {
            if (context.path().startsWith(dialect.getKey())) {
                Json.write(context, problem.status(), dialect.getValue().body(problem));
                return;
            }
        }
        Json.write(context, problem);
    }

    /** The problem that a failure is answered with. */
    public static Problem problem(Throwable failure) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return problem(wrapped.getCause());
        }
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof InvalidCodeException code) {
            return new Problem(
                    "/docs#wrong-code",
                    "Wrong code",
                    422,
                    String.valueOf(code.getMessage()),
                    code.position().isPresent() ? code.position().getAsInt() : null,
                    code.meant().orElse(null));
        }
        if (failure instanceof NotReadyException) {
            return Problem.of(503, "Not ready", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof OverloadedException) {
            return Problem.of(429, "Too many requests", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof PictureFormatException && failure.getCause() instanceof OutOfMemoryError) {
            return UNEXPECTED; // of which the picture may be innocent
        }
        if (failure instanceof PictureFormatException) {
            return Problem.of(422, "Unreadable picture", String.valueOf(failure.getMessage()));
        }
        if (isOfTheDatabase(failure)) {
            return Problem.of(503, "Not ready", "the database does not answer; try again in a moment");
        }
        if (failure instanceof StyleCodesException && isOfTheDisk(failure.getCause())) {
            return Problem.of(
                    507, "Cannot be kept", "the server cannot write its files, which it has noted; tell who runs it");
        }
        if (failure instanceof NotFoundException) {
            return Problem.of(404, "Not found", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof StyleCodesException) {
            return Problem.of(422, "Impossible request", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof HttpResponseException http) {
            return http.getStatus() == 404
                    ? Problem.of(404, "Not found", "there is nothing at this address")
                    : Problem.of(http.getStatus(), title(http), String.valueOf(http.getMessage()));
        }
        return UNEXPECTED;
    }

    private static boolean isOfTheDisk(@Nullable Throwable cause) {
        return cause instanceof IOException || cause instanceof UncheckedIOException;
    }

    // SQL's class 08 is a connection that failed, PostgreSQL's 57P a server that goes down or has just come up.
    private static boolean isOfTheDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    private static String title(HttpResponseException http) {
        return http.getClass().getSimpleName().replaceAll("Response$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    // Without messages, which may repeat what somebody asked for, but for those of the disk.
    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append("\n").append(cause.getClass().getName());
            if (cause instanceof FileSystemException) {
                trace.append(": ").append(cause.getMessage());
            }
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("\n    at ").append(frame);
            }
        }
        return trace.toString();
    }

    private static void logged(Context context, Throwable failure) {
        String method = context.method().name().toLowerCase(Locale.ROOT);
        LOG.error(
                "{} {} failed:{}",
                method,
                context.endpoints().lastHttpEndpoint() == null
                        ? ""
                        : context.endpoints().lastHttpEndpoint().path,
                trace(failure));
    }
}
