package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.PictureFormatException;

class ErrorMapperTest {
    @Test
    void anErrorOfJavaIsToldAsAProblem() throws Exception {
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
                            + "\"detail\":\"something went wrong in the server, which has noted it\"}",
                    answer.body());
        }
    }

    @Test
    void aDiskThatCannotBeWrittenIsNoFaultOfTheCallerAndKeepsItsPathsToItself() {
        StyleCodesException failure = new StyleCodesException(
                "cannot write /data/pictures/ab/cd.png: No space left on device", new IOException("No space left"));
        assertEquals(
                Problem.of(
                        507,
                        "Cannot be kept",
                        "the server cannot write its files, which it has noted; tell who runs it"),
                ErrorMapper.problem(failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01"})
    void aDatabaseThatIsAwayIsSaidToBe(String state) {
        RuntimeException failure = new IllegalStateException(new SQLException("gone", state));
        assertEquals(
                Problem.of(503, "Not ready", "the database does not answer; try again in a moment"),
                ErrorMapper.problem(failure));
    }

    @Test
    void aFaultyStatementIsAFailureOfTheServer() {
        RuntimeException failure = new IllegalStateException(new SQLException("syntax error", "42601"));
        assertEquals(500, ErrorMapper.problem(failure).status());
    }

    @Test
    void aPictureForWhichThereIsNoMemoryIsNotCalledUnreadable() {
        PictureFormatException noMemory = new PictureFormatException("a.png", "is too large", new OutOfMemoryError());
        assertEquals(500, ErrorMapper.problem(noMemory).status());
    }
}
