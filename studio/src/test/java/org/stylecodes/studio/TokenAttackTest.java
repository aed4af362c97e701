package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.studio.limits.Limits;

/** Attacks on a studio that requires a token, by callers without a token, with guesses, or with a token of their own. */
class TokenAttackTest {
    private static final String TOKEN = "a token of this test";

    @TempDir
    private static Path folder;

    private static Studio guarded;

    @BeforeAll
    static void start() {
        guarded = Studio.start(StudioOptions.local(0, folder.resolve("guarded"), StyleCodes::nano)
                .access("127.0.0.1", List.of(TOKEN)));
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, GET /api/v1/styles",
        "401, GET /api/v1/styles/",
        "404, GET /%61pi/v1/styles",
        "404, GET /./api/v1/styles",
        "401, GET http://localhost/api/v1/styles",
        "401, POST /api/v1/generations",
        "401, GET /v1/models",
        "401, GET /sdapi/v1/options",
        "401, GET /metrics",
        "401, HEAD /api/v1/styles",
        "404, GET /api/v1/styles;a=b",
        "404, GET //api/v1/styles",
        "404, GET /api/v1/../v1/styles",
        "404, GET /API/V1/styles",
        "405, OPTIONS /api/v1/styles",
        "405, TRACE /api/v1/styles",
        "405, QUERY /api/v1/styles",
    })
    void withoutTheTokenNothingIsAnswered(int status, String line) throws IOException {
        assertEquals(
                status, RawSocket.status(guarded, line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void withoutTheTokenNoPictureIsServed() {
        byte[] picture = Pictures.png(Picture.of(1, 1, new byte[3]));
        Caller known = Caller.of(guarded).with(Map.of("Authorization", "Bearer " + TOKEN));
        Caller.Answer sent =
                known.form("/api/v1/pictures", List.of(new Caller.Part("picture", "a.png", picture)), Map.of());
        String url = sent.json().path("url").asText();
        assertEquals(200, known.get(url).status());
        assertEquals(401, Caller.of(guarded).get(url).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/draw", "/healthz", "/docs", "/openapi.json", "/nonsense", "/nothing.txt", "/api/v1/model"
            })
    void aHeadHasTheStatusOfItsGet(String path) {
        Caller caller = Caller.of(guarded);
        Caller.Answer head = caller.send("HEAD", path, BodyPublishers.noBody(), Map.of());
        Caller.Answer get = caller.get(path);
        assertEquals(get.status(), head.status());
        assertEquals(get.header("Content-Type"), head.header("Content-Type"));
        assertEquals("", head.text());
    }

    @Test
    void theTokenOpensTheApiAsABearer() {
        Caller.Answer without = Caller.of(guarded).get("/api/v1/generations");
        assertEquals(401, without.status());
        assertEquals("Bearer", without.header("WWW-Authenticate"));
        Caller known = Caller.of(guarded).with(Map.of("Authorization", "Bearer " + TOKEN));
        assertEquals(200, known.get("/api/v1/generations").status());
    }

    @Test
    void aSessionOpensTheApiAndChangesNeedItsHeader() {
        Caller.Answer opened = Caller.of(guarded).post("/api/v1/session", Map.of("token", TOKEN));
        assertEquals(204, opened.status());
        String cookie = opened.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        Caller session = Caller.of(guarded).with(Map.of("Cookie", cookie.split(";")[0]));
        assertEquals(200, session.get("/api/v1/generations").status());
        String nowhere = "/api/v1/styles/00000000-0000-0000-0000-000000000000";
        assertEquals(403, session.delete(nowhere).status());
        Caller page = Caller.of(guarded).with(Map.of("Cookie", cookie.split(";")[0], "X-StyleCodes", "1"));
        assertEquals(404, page.delete(nowhere).status());
    }

    @Test
    void aForgedCookieOpensNothing() {
        Caller forged = Caller.of(guarded).with(Map.of("Cookie", "stylecodes=9999999999999." + "0".repeat(64)));
        assertEquals(401, forged.get("/api/v1/generations").status());
    }

    @Test
    void guessingTokensIsLimitedAndAKnownTokenIsAccepted() {
        try (Studio other = Studio.start(StudioOptions.local(0, folder.resolve("guessed"), StyleCodes::nano)
                .access("127.0.0.1", List.of(TOKEN)))) {
            Caller caller = Caller.of(other);
            Caller.Answer answer = guess(caller);
            for (int i = 0; i < 1000 && answer.status() == 401; i++) {
                answer = guess(caller);
            }
            assertEquals(429, answer.status());
            assertEquals("10", answer.header("Retry-After"));
            assertEquals(
                    204, caller.post("/api/v1/session", Map.of("token", TOKEN)).status());
            Caller known = caller.with(Map.of("Authorization", "Bearer " + TOKEN));
            assertEquals(200, known.get("/api/v1/generations").status());
        }
    }

    private static Caller.Answer guess(Caller caller) {
        return caller.post("/api/v1/session", Map.of("token", "guess"));
    }

    @Test
    void everyTokenHasARateOfItsOwn() {
        List<String> tokens = List.of(TOKEN, "a token of somebody else");
        try (Studio other = Studio.start(StudioOptions.local(0, folder.resolve("rates"), StyleCodes::nano)
                .access("127.0.0.1", tokens)
                .limits(Limits.DEFAULT.withRequestsPerSecond(1)))) {
            List<Caller> callers = tokens.stream()
                    .map(token -> Caller.of(other).with(Map.of("Authorization", "Bearer " + token)))
                    .toList();
            Caller.Answer answer = callers.get(0).get("/healthz");
            for (int i = 0; i < 1000 && answer.status() == 200; i++) {
                answer = callers.get(0).get("/healthz");
            }
            assertEquals(429, answer.status());
            assertEquals(200, callers.get(1).get("/healthz").status());
        }
    }
}
