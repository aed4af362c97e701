package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.code.CodeText;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.NativeMemoryException;

class ErrorMapperTest {
    @Test
    void aJavaErrorIsAnsweredWithAProblem() throws Exception {
        Javalin server = Javalin.create(config -> {
                    new ErrorMapper(Map.of()).add(config);
                    config.routes.get("/", context -> {
                        throw new OutOfMemoryError("Java heap space");
                    });
                })
                .start("127.0.0.1", 0);
        try (AutoCloseable end = server::stop) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(500, answer.statusCode());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(
                    "{\"type\":\"/docs#unexpected-failure\",\"title\":\"Unexpected failure\",\"status\":500,"
                            + "\"detail\":\"the server failed unexpectedly; its log has the cause\"}",
                    answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /other/nothing, 404, application/problem+json, title",
        "POST, /other/read, 405, application/problem+json, title",
        "GET, /other/broken, 500, application/problem+json, title",
        "GET, /other/error, 500, application/problem+json, title",
        "GET, /v1/nothing, 404, application/json, dialect",
        "GET, /v1, 404, application/json, dialect",
        "GET, //V1/nothing, 404, application/json, dialect",
        "GET, /v1x, 404, application/problem+json, title",
        "POST, /v1/read, 405, application/json, dialect",
        "GET, /v1/broken, 500, application/json, dialect",
        "GET, /v1/error, 500, application/json, dialect",
    })
    void errorsKeepTheFormOfTheRouteWhateverTheCallerAccepts(
            String method, String path, int status, String type, String field) throws Exception {
        Javalin server = Javalin.create(config -> {
                    config.http.prefer405over404 = true;
                    new ErrorMapper(Map.of(ApiPath.V1, problem -> Map.of("dialect", problem.title()))).add(config);
                    for (String api : List.of("/v1", "/other")) {
                        config.routes.get(api + "/read", context -> {});
                        config.routes.get(api + "/broken", context -> {
                            throw new IllegalStateException();
                        });
                        config.routes.get(api + "/error", context -> {
                            throw new StackOverflowError();
                        });
                    }
                })
                .start("127.0.0.1", 0);
        try (AutoCloseable end = server::stop) {
            for (String accepted : List.of("application/json", "text/html", "*/*")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Accept", accepted)
                        .build();
                HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                assertEquals(status, answer.statusCode(), accepted);
                assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""), accepted);
                assertTrue(answer.body().startsWith("{\"" + (field.equals("title") ? "type" : field)), answer.body());
            }
        }
    }

    @Test
    void aDamagedModelIsAServerErrorWithoutPaths() {
        ModelFormatException damaged = new ModelFormatException("/models/a/vae.safetensors", "is cut short");
        Problem problem = ErrorMapper.problem(damaged);
        assertEquals(500, problem.status());
        assertFalse(problem.detail().contains("vae"), problem.detail());
    }

    @Test
    void workEndedByAServerStopCanBeRetried() {
        assertEquals(503, ErrorMapper.problem(new CancelledException("stopped")).status());
    }

    @Test
    void aWrongCodeInAFieldNamesTheField() {
        InvalidFieldException wrong = assertThrows(
                InvalidFieldException.class, () -> InvalidFieldException.check("codes[1]", () -> CodeText.parse("?")));
        Problem problem = ErrorMapper.problem(wrong);
        assertEquals("Wrong code", problem.title());
        assertEquals("codes[1]", problem.field());
    }

    @Test
    void aDiskThatCannotBeWrittenIsAServerErrorWithoutPaths() {
        EnvironmentException failure = new EnvironmentException(
                "cannot write /data/pictures/ab/cd.png: No space left on device", new IOException("No space left"));
        assertEquals(
                Problem.of(
                        507,
                        "Cannot be kept",
                        "the server cannot write its files; its log has the cause; tell its operator"),
                ErrorMapper.problem(failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01"})
    void anUnreachableDatabaseIsReported(String state) {
        RuntimeException failure = new IllegalStateException(new SQLException("gone", state));
        assertEquals(
                Problem.of(503, "Not ready", "the database does not answer; try again in a moment"),
                ErrorMapper.problem(failure));
    }

    @Test
    void aFaultyStatementIsAServerError() {
        RuntimeException failure = new IllegalStateException(new SQLException("syntax error", "42601"));
        assertEquals(500, ErrorMapper.problem(failure).status());
    }

    @Test
    void aPictureForWhichThereIsNoMemoryIsAServerError() {
        EnvironmentException noMemory =
                new EnvironmentException("a.png: takes more memory than there is", new OutOfMemoryError());
        assertEquals(500, ErrorMapper.problem(noMemory).status());
    }

    @Test
    void aMachineWithTooLittleMemoryIsDescribed() {
        assertEquals(
                Problem.of(500, "Unexpected failure", "drawing needs 8 GiB; this process may have 4 GiB"),
                ErrorMapper.problem(new NativeMemoryException("drawing needs 8 GiB; this process may have 4 GiB")));
    }
}
