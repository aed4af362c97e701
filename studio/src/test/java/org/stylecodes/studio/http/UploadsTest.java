package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.studio.StandardError;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.limits.MemoryBudget;

class UploadsTest {
    private static final int IN_MEMORY = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aFormThatCannotBeStoredIsALoggedServerFailure() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("temporary"));
        String log = StandardError.of(() -> assertEquals(507, status(inTheWay, form(2 * IN_MEMORY), 0)));
        assertTrue(log.contains("cannot store an upload in the folder for temporary files"), log);
    }

    @Test
    void aFormThatEndsEarlyIsACallerError() {
        String log = StandardError.of(() -> assertEquals(400, status(folder, form(2 * IN_MEMORY), 100)));
        assertEquals("", log);
    }

    @Test
    void aMalformedFormIsACallerError() {
        assertEquals("", StandardError.of(() -> assertEquals(400, status(folder, "no form".getBytes(), 0))));
    }

    private static byte[] form(int length) {
        return ("--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n"
                        + "a".repeat(length) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param unsent the number of announced bytes at the end of the body that are not sent */
    private static int status(Path temporary, byte[] body, int unsent) throws Exception {
        Uploads uploads = new Uploads(Limits.DEFAULT, MemoryBudget.ofHeap(), temporary);
        Javalin server = Javalin.create(config -> {
                    new ErrorMapper(Map.of()).add(config);
                    config.http.maxRequestSize = Long.MAX_VALUE;
                    config.routes.post("/", context -> uploads.files(context, "picture", 1));
                })
                .start("127.0.0.1", 0);
        try (AutoCloseable end = server::stop;
                Socket socket = new Socket("127.0.0.1", server.port())) {
            String head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, body.length - unsent);
            socket.shutdownOutput();
            InputStream answer = socket.getInputStream();
            return Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.UTF_8).split(" ", 3)[1]);
        }
    }
}
