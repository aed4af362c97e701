package org.stylecodes.studio.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.stylecodes.studio.StudioOptions;

/**
 * How connections are treated whose other side is slow, on purpose or not: they hold no thread while headers come, and are
 * closed when these take too long. {@link Waits} does so for bodies and answers.
 */
final class Connections implements Connection.Listener {
    private static final int MOST = 2000;
    private static final int LONGEST_HEADERS = 16 << 10;
    private static final long IDLE_MILLIS = 120_000; // most programs let go of a connection sooner
    private static final long LOOK_SECONDS = 5;
    private static final int MOST_LOOKS = 3; // at which the headers of a request are still incomplete

    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();
    private final Scheduler scheduler;

    /**
     * What was seen of a connection at the last look.
     *
     * @param answers how many requests had been answered
     * @param bytes how many bytes had come, those of the requests that were answered or being answered included
     * @param looks how many times in a row bytes had come of a request that was not complete
     */
    private record Seen(long answers, long bytes, int looks) {}

    private Connections(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A connector at the address of the options. */
    static Connector listening(Server server, HttpConfiguration http, StudioOptions options) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        http.addCustomizer((request, headers) -> {
            PatientStream.answer(request);
            return request;
        });
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        Connections connections = new Connections(connector.getScheduler());
        connector.addBean(connections);
        connector.addBean(new NetworkConnectionLimit(MOST, connector));
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle event) {
                connections.lookLater();
            }
        });
        return connector;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Seen(0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void lookLater() {
        scheduler.schedule(this::look, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        open.forEach((connection, seen) -> {
            boolean begun = connection.getBytesIn() > seen.bytes();
            // By answers, not by requests: of a request that was being read at the last look, bytes came after it.
            boolean answered = connection.getMessagesOut() > seen.answers()
                    || connection.getMessagesIn() > connection.getMessagesOut();
            if (answered || !begun && seen.looks() == 0) {
                open.replace(connection, new Seen(connection.getMessagesOut(), connection.getBytesIn(), 0));
            } else if (seen.looks() + 1 >= MOST_LOOKS) {
                connection.close();
            } else { // counts on from the bytes that were there before this request began
                open.replace(connection, new Seen(seen.answers(), seen.bytes(), seen.looks() + 1));
            }
        });
        lookLater();
    }
}
