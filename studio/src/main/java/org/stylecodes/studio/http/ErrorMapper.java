package org.stylecodes.studio.http;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletApiResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.NativeMemoryException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.error.NotReadyException;
import org.stylecodes.studio.error.OverloadedException;
import org.stylecodes.studio.json.MalformedJsonException;
import org.stylecodes.studio.json.StrictJson;

/** Answers failed requests with a {@link Problem}, in the form that the clients of the route expect. */
public final class ErrorMapper implements Routes {
    /** The form in which the clients of an API expect errors. */
    @FunctionalInterface
    public interface ErrorForm {
        /** The JSON body for a problem. */
        Object body(Problem problem);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final Problem UNEXPECTED =
            Problem.of(500, "Unexpected failure", "the server failed unexpectedly; its log has the cause");

    private final Map<ApiPath, ErrorForm> forms;
    private final Map<String, FailureLog> failures = new ConcurrentHashMap<>(); // by route
    private final FailureLog errors = new FailureLog(LOG, "a request");

    /** @param forms from API to the form of its errors; all other routes answer with RFC 9457 */
    public ErrorMapper(Map<ApiPath, ErrorForm> forms) {
        this.forms = Map.copyOf(forms);
    }

    @Override
    public void add(JavalinConfig config) {
        config.router.javaLangErrorHandler(this::answer);
        RoutesConfig routes = config.routes;
        routes.exception(Exception.class, (failure, context) -> answer(context, failure));
        // Without this, Javalin's own handler would answer in the media type that the caller accepts.
        routes.exception(HttpResponseException.class, (failure, context) -> answer(context, failure));
    }

    private void answer(HttpServletResponse response, Error failure) {
        errors.failed(failure);
        String path = path(response);
        boolean isOther = form(path).isPresent();
        response.setContentType(isOther ? Json.MEDIA_TYPE : Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(StrictJson.bytes(body(path, UNEXPECTED)));
        } catch (IOException gone) {
            LOG.debug("the caller was gone before the error could be sent");
        }
    }

    // Javalin passes only the response to this handler, so the path is read from the response.
    private static String path(ServletResponse response) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        return inner instanceof ServletApiResponse jetty
                ? String.valueOf(
                        jetty.getServletRequestInfo().getRequest().getHttpURI().getPath())
                : "";
    }

    private void answer(Context context, Exception failure) {
        Problem problem = problem(failure);
        if (failure instanceof OverloadedException overloaded) {
            context.header("Retry-After", String.valueOf(overloaded.retrySeconds()));
        } else if (problem.status() == 503) {
            context.header("Retry-After", "3");
        }
        boolean isNew = !(unwrapped(failure) instanceof ProblemException); // these were logged where they were created
        if (isNew && (problem.status() == 500 || problem.status() == 507)) {
            log(context, failure);
        }
        write(context, problem);
    }

    private Optional<ErrorForm> form(String path) {
        return ApiPath.of(path).flatMap(api -> Optional.ofNullable(forms.get(api)));
    }

    private Object body(String path, Problem problem) {
        return form(path).map(form -> form.body(problem)).orElse(problem);
    }

    private void write(Context context, Problem problem) {
        if (form(context.path()).isPresent()) {
            Json.write(context, problem.status(), body(context.path(), problem));
        } else {
            Json.write(context, problem);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? unwrapped(failure.getCause())
                : failure;
    }

    /** The problem that a failure is answered with. */
    public static Problem problem(Throwable thrown) {
        Throwable failure = unwrapped(thrown);
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (isDatabaseFailure(failure)) {
            return Problem.of(503, "Not ready", "the database does not answer; try again in a moment");
        }
        if (failure instanceof HttpResponseException http) {
            return problem(http);
        }
        return failure instanceof StyleCodesException known ? problem(known) : UNEXPECTED;
    }

    private static Problem problem(StyleCodesException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof MalformedJsonException malformed) {
            return Problem.of(400, "Malformed request", message).about(malformed.field());
        }
        if (failure instanceof InvalidFieldException invalid) {
            Problem problem = invalid.getCause() == null
                    ? Problem.of(422, "Impossible request", message)
                    : problem(invalid.getCause());
            return problem.about(invalid.field());
        }
        if (failure instanceof InvalidCodeException code) {
            Integer symbol = code.position().isPresent() ? code.position().getAsInt() : null;
            return new Problem(
                    "/docs#wrong-code",
                    "Wrong code",
                    422,
                    message,
                    symbol,
                    code.meant().orElse(null),
                    null);
        }
        if (failure instanceof PictureFormatException) {
            return Problem.of(422, "Unreadable picture", message);
        }
        if (failure instanceof InvalidRequestException) {
            return Problem.of(422, "Impossible request", message);
        }
        if (failure instanceof NotFoundException) {
            return Problem.of(404, "Not found", message);
        }
        if (failure instanceof NotReadyException) {
            return Problem.of(503, "Not ready", message);
        }
        if (failure instanceof CancelledException) {
            return Problem.of(
                    503,
                    "Not ready",
                    String.valueOf(NotReadyException.stopping().getMessage()));
        }
        if (failure instanceof OverloadedException) {
            return Problem.of(429, "Too many requests", message);
        }
        if (failure instanceof NativeMemoryException) {
            return Problem.of(500, UNEXPECTED.title(), message);
        }
        boolean isModelFault = failure instanceof ModelFormatException;
        if (!isModelFault && isDiskFailure(failure.getCause())) {
            return Problem.of(
                    507,
                    "Cannot be kept",
                    "the server cannot write its files; its log has the cause; tell its operator");
        }
        return UNEXPECTED; // a fault of the model's files or of this machine, whose paths callers must not see
    }

    private static Problem problem(HttpResponseException failure) {
        return switch (failure.getStatus()) {
            case 404 ->
                Problem.of(404, "Not found", "there is nothing at this address; /docs lists the addresses of the API");
            case 405 ->
                Problem.of(
                        405, "Method not allowed", "this address does not accept this method; /docs lists the methods");
            default -> Problem.of(failure.getStatus(), title(failure), String.valueOf(failure.getMessage()));
        };
    }

    private static boolean isDiskFailure(@Nullable Throwable cause) {
        return cause instanceof IOException || cause instanceof UncheckedIOException;
    }

    // SQL state class 08 is a failed connection. PostgreSQL's 57P means that the server is shutting down or starting.
    private static boolean isDatabaseFailure(Throwable failure) {
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

    private void log(Context context, Throwable failure) {
        Endpoint route = context.endpoints().lastHttpEndpoint();
        String name = context.method().name().toLowerCase(Locale.ROOT) + " " + (route == null ? "" : route.path);
        failures.computeIfAbsent(name, task -> new FailureLog(LOG, task)).failed(failure);
    }
}
