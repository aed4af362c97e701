package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.InvalidRequestException;

/** Common attacks on a studio without a token. */
class AttackTest {
    @TempDir
    private static Path folder;

    private static Studio local;

    @BeforeAll
    static void start() {
        local = Studio.start(StudioOptions.local(0, folder.resolve("local"), StyleCodes::nano)
                .origins(List.of("https://friend.example")));
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void anAddressThatOthersReachNeedsAToken() {
        StudioOptions options = StudioOptions.local(0, folder, StyleCodes::nano);
        assertThrows(InvalidRequestException.class, () -> options.access("0.0.0.0", List.of()));
        assertThrows(InvalidRequestException.class, () -> options.access("0.0.0.0", List.of("short")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"})
    void aForeignNameOfThisMachineIsRefused(String host) throws IOException {
        assertEquals(
                421,
                RawSocket.status(local, "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost/evil\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
                "POST /api/v1/codes/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
                "POST /api/v1/codes/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/v1/codes/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/codes/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /a\0b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            })
    void anAmbiguousRequestIsRefused(String request) throws IOException {
        int status = RawSocket.status(local, request);
        assertTrue(status >= 400 && status < 500, "status " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../index.html",
                "/assets/..%2findex.html",
                "/assets/%2e%2e/index.html",
                "/assets/%252e%252e%252findex.html",
                "/assets/..\\..\\index.html",
                "/docs/../../studio/migrations/V1__studio.sql",
                "/docs/..%2f..%2fmigrations%2fV1__studio.sql",
                "/api/v1/pictures/..%2f..%2fstudio.db",
                "/api/v1/pictures/..%2fstudio.db.png",
                "/api/v1/pictures/%2e%2e%2f%2e%2e/thumbnail.png",
                "/....//studio.db",
                "/studio.db",
                "/META-INF/MANIFEST.MF",
                "/file:/etc/passwd.txt",
            })
    void noAddressReachesAFile(String path) throws IOException {
        String answer =
                RawSocket.answer(local, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        int status = Integer.parseInt(answer.split(" ", 3)[1]);
        assertTrue(status == 400 || status == 404, answer);
        assertFalse(answer.contains("SQLite format") || answer.contains("CREATE TABLE"), answer);
    }

    @Test
    void headersThatAreTooLongAreRefused() throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(1 << 15) + "\r\n\r\n";
        assertEquals(431, RawSocket.status(local, request));
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        String body = "{\"text\":\"" + "a".repeat(1 << 20) + "\"}";
        assertEquals(413, Caller.of(local).post("/api/v1/codes/check", body).status());
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIsRefused() {
        assertEquals(
                400,
                Caller.of(local).post("/api/v1/codes/mix", "[".repeat(100_000)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b", "multipart/form-data", "application/json", "text/plain"})
    void afterARefusedBodyTheConnectionIsReusableOrAnnouncedAsClosing(String type) throws IOException {
        String refused = "POST /api/v1/pictures HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 9\r\n\r\nno form\r\n";
        String last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String answers = RawSocket.answer(local, refused + last);
        assertTrue(answers.startsWith("HTTP/1.1 4"), answers);
        boolean closed = answers.substring(0, answers.indexOf("\r\n\r\n")).contains("Connection: close");
        assertEquals(!closed, answers.contains("HTTP/1.1 200"), answers);
    }

    @Test
    void theFormOfAnotherSiteIsRefused() {
        Caller evil = Caller.of(local).with(Map.of("Origin", "https://evil.example"));
        assertEquals(
                403, evil.form("/api/v1/pictures", List.of(), Map.of("a", "b")).status());
        assertEquals(403, evil.post("/api/v1/codes/check", Map.of("text", "")).status());
        assertEquals(
                403,
                evil.with(Map.of("Origin", "null")).delete("/api/v1/styles/1").status());
        Caller silent = Caller.of(local).with(Map.of("Sec-Fetch-Site", "cross-site"));
        assertEquals(403, silent.post("/api/v1/codes/check", Map.of("text", "")).status());
    }

    @Test
    void aBodyThatNeedsNoCorsPreflightIsRefused() {
        assertEquals(
                415,
                Caller.of(local)
                        .send(
                                "POST",
                                "/api/v1/codes/check",
                                BodyPublishers.ofString("{}"),
                                Map.of("Content-Type", "text/plain"))
                        .status());
    }

    @Test
    void onlyNamedOriginsMayReadAnswers() {
        Caller evil = Caller.of(local).with(Map.of("Origin", "https://evil.example"));
        assertEquals("", evil.get("/healthz").header("Access-Control-Allow-Origin"));
        Caller friend = Caller.of(local).with(Map.of("Origin", "https://friend.example"));
        assertEquals("https://friend.example", friend.get("/healthz").header("Access-Control-Allow-Origin"));
        Caller.Answer asked = friend.send("OPTIONS", "/api/v1/styles", BodyPublishers.noBody(), Map.of());
        assertEquals(204, asked.status());
        assertEquals("GET, POST, PATCH, DELETE", asked.header("Access-Control-Allow-Methods"));
    }

    @Test
    void everyAnswerForbidsForeignScripts() {
        for (String path : List.of("/healthz", "/nothing.txt", "/api/v1/styles/1", "/docs")) {
            Caller.Answer answer = Caller.of(local).get(path);
            assertTrue(
                    answer.header("Content-Security-Policy").startsWith("default-src 'none'; script-src 'self';"),
                    path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
        }
    }

    @Test
    void unknownMethodsAreCountedTogether() throws IOException {
        for (String method : List.of("FOO", "BAR")) {
            RawSocket.answer(local, method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        String metrics = Caller.of(local).get("/metrics").text();
        assertTrue(metrics.contains("method=\"other\""), metrics);
        assertFalse(metrics.contains("FOO") || metrics.contains("BAR"), metrics);
    }

    @Test
    void anErrorNeverContainsMarkupOfTheRequest() {
        Caller.Answer answer = Caller.of(local).get("/%3Cscript%3Ealert(1)%3C/script%3E.html");
        assertEquals(404, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertFalse(answer.text().contains("<script"), answer.text());
    }

    @Test
    @Tag("slow")
    void aConnectionWithSlowHeadersIsClosed() throws Exception {
        sendSlowly("GET / HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n");
    }

    @Test
    @Tag("slow")
    void aConnectionWithASlowBodyIsClosed() throws Exception {
        sendSlowly(
                "POST /api/v1/codes/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100000\r\n\r\n",
                " ");
    }

    /** Sends a chunk every second until the server closes the connection, and fails if it does not. */
    private static void sendSlowly(String start, String piece) throws Exception {
        try (Socket socket = RawSocket.open(local)) {
            socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(1000);
            for (int i = 0; i < 90; i++) {
                try {
                    int answer = socket.getInputStream().read();
                    assertTrue(answer == -1 || i > 0, "an answer before the request was complete");
                    return;
                } catch (SocketTimeoutException stillOpen) {
                    socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
                } catch (SocketException closed) {
                    return;
                }
            }
        }
        throw new AssertionError("the connection was still open after 90 pieces");
    }
}
