package org.stylecodes.studio;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests that an HTTP client would not send. */
final class RawSocket {
    private static final int PATIENCE_MILLIS = 120_000;

    private RawSocket() {}

    /** Everything that the server sends until it closes the connection. */
    static String answer(Studio studio, String request) throws IOException {
        try (Socket socket = open(studio)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The status of the answer. */
    static int status(Studio studio, String request) throws IOException {
        return Integer.parseInt(answer(studio, request).split(" ", 3)[1]);
    }

    static Socket open(Studio studio) throws IOException {
        Socket socket = new Socket("127.0.0.1", studio.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }
}
