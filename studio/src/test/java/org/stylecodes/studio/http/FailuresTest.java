package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.PictureFormatException;

class FailuresTest {
    @Test
    void anErrorOfJavaIsToldAsAProblem() throws Exception {
        Javalin server = Javalin.create(config -> {
                    Failures.add(config);
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
    void aPictureForWhichThereIsNoMemoryIsNotCalledUnreadable() {
        PictureFormatException noMemory = new PictureFormatException("a.png", "is too large", new OutOfMemoryError());
        assertEquals(500, Failures.problem(noMemory).status());
    }
}
