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
 * Closes connections whose request headers arrive too slowly. Such connections hold no thread, but the number of open
 * connections is limited. {@link SlowCallerGuard} does the same for bodies and responses.
 */
final class ConnectionWatchdog implements Connection.Listener {
    private static final int MAX_CONNECTIONS = 2000;
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final long IDLE_MILLIS = 120_000; // most clients close an idle connection sooner
    private static final long CHECK_SECONDS = 5;
    private static final int MAX_CHECKS = 3; // at which the headers of one request may still be incomplete

    private final Map<Connection, Snapshot> open = new ConcurrentHashMap<>();
    private final Scheduler scheduler;

    /**
     * The counters of a connection at the last check.
     *
     * @param answers how many requests had been answered
     * @param bytes how many bytes had been received, including those of requests that are being answered
     * @param checks at how many consecutive checks the current request was incomplete
     */
    private record Snapshot(long answers, long bytes, int checks) {}

    private ConnectionWatchdog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Creates a connector that listens on an address and closes slow connections. */
    static Connector listening(Server server, HttpConfiguration http, String host, int port) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
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
        connector.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
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
            // Compares answers, not requests. If a request was being read at the last check, more of its bytes may have
            // arrived since.
            boolean answered = connection.getMessagesOut() > seen.answers()
                    || connection.getMessagesIn() > connection.getMessagesOut();
            if (answered || !begun && seen.checks() == 0) {
                open.replace(connection, new Snapshot(connection.getMessagesOut(), connection.getBytesIn(), 0));
            } else if (seen.checks() + 1 >= MAX_CHECKS) {
                connection.close();
            } else { // keeps the byte count from before this request began
                open.replace(connection, new Snapshot(seen.answers(), seen.bytes(), seen.checks() + 1));
            }
        });
        checkLater();
    }
}
