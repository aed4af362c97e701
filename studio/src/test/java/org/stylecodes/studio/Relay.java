package org.stylecodes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP relay to a studio whose connections can be broken. */
final class Relay implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static Relay to(Studio studio) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), studio.port());
        run(relay::accept);
        return relay;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Breaks all open connections; new ones can be made. */
    void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = server.accept();
            if (server.isClosed()) { // an accept in progress may still take one connection
                near.close();
                return;
            }
            Socket far = new Socket("127.0.0.1", target);
            open.addAll(List.of(near, far));
            run(() -> copy(near, far));
            run(() -> copy(far, near));
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] some = new byte[1 << 13];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                to.getOutputStream().write(some, 0, length);
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void run(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // expected: the relay was cut or closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
