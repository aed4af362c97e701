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

/**
 * Closes connections whose request headers arrive too slowly. Such connections hold no thread, but there is a bound on how many
 * may be open. {@link SlowCallerGuard} does the same for bodies and responses.
 */
final class ConnectionWatchdog implements Connection.Listener {
    private static final int MOST = 2000;
    private static final int LONGEST_HEADERS = 16 << 10;
    private static final long IDLE_MILLIS = 120_000; // most clients close an idle connection sooner
    private static final long CHECK_SECONDS = 5;
    private static final int MOST_CHECKS = 3; // at which the headers of a request are still incomplete

    private final Map<Connection, Snapshot> open = new ConcurrentHashMap<>();
    private final Scheduler scheduler;

    /**
     * The counters of a connection at the last check.
     *
     * @param answers how many requests had been answered
     * @param bytes how many bytes had come, those of the requests that were answered or being answered included
     * @param checks how many times in a row bytes had come of a request that was not complete
     */
    private record Snapshot(long answers, long bytes, int checks) {}

    private ConnectionWatchdog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A connector that listens at an address. */
    static Connector listening(Server server, HttpConfiguration http, String host, int port) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        http.addCustomizer((request, headers) -> {
            WriteTimeout.applyTo(request);
            return request;
        });
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        ConnectionWatchdog watchdog = new ConnectionWatchdog(connector.getScheduler());
        connector.addBean(watchdog);
        connector.addBean(new NetworkConnectionLimit(MOST, connector));
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle event) {
                watchdog.checkLater();
            }
        });
        return connector;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Snapshot(0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void checkLater() {
        scheduler.schedule(this::check, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    private void check() {
        open.forEach((connection, seen) -> {
            boolean begun = connection.getBytesIn() > seen.bytes();
            // By answers, not by requests: of a request that was being read at the last check, bytes came after it.
            boolean answered = connection.getMessagesOut() > seen.answers()
                    || connection.getMessagesIn() > connection.getMessagesOut();
            if (answered || !begun && seen.checks() == 0) {
                open.replace(connection, new Snapshot(connection.getMessagesOut(), connection.getBytesIn(), 0));
            } else if (seen.checks() + 1 >= MOST_CHECKS) {
                connection.close();
            } else { // counts on from the bytes that were there before this request began
                open.replace(connection, new Snapshot(seen.answers(), seen.bytes(), seen.checks() + 1));
            }
        });
        checkLater();
    }
}
