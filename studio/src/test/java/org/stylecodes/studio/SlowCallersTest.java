package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;

/** Callers without the token that send endless bodies or do not read answers. */
class SlowCallersTest {
    private static final String TOKEN = "a token of this test";
    private static final int SOCKETS = 300; // more than the server has threads
    private static final int SMALL = 4096;

    @TempDir
    private static Path folder;

    private static Studio studio;

    @BeforeAll
    static void start() {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano).access("127.0.0.1", List.of(TOKEN)));
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/v1/codes/check"})
    void aBodyDeclaredAsTooLongIsRefusedAtOnce(String path) throws IOException {
        String answer = RawSocket.answer(
                studio,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n{");
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("Connection: close\r\n"), answer);
    }

    @Test
    void aFormDeclaredAsTooLongIsRefusedAtOnce() throws IOException {
        String answer = RawSocket.answer(
                studio,
                "POST /api/v1/pictures HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000000\r\n\r\n--b");
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("Connection: close\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void theBodyOfACallerWithoutATokenIsNotAwaited(String length) throws IOException {
        String answer = RawSocket.answer(
                studio,
                "POST /api/v1/codes/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
                        + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
        assertTrue(answer.contains("Connection: close\r\n"), answer);
    }

    @Test
    void unreadAnswersDoNotBlockTheServer() throws IOException {
        Matcher script = Pattern.compile("/assets/[^\"]+\\.js")
                .matcher(Caller.of(studio).get("/").text());
        assertTrue(script.find());
        String requests = ("GET " + script.group() + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(150);
        unread(requests);
    }

    @Test
    void endlessBodiesDoNotBlockTheServer() throws IOException {
        unread("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
    }

    /** Sends requests on many connections without reading answers, and fails if the server then does not answer others. */
    private static void unread(String requests) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(SMALL);
                socket.connect(new InetSocketAddress("127.0.0.1", studio.port()));
                sockets.add(socket);
                socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        200,
                        RawSocket.status(
                                studio, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
