package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.studio.jobs.JobEvents;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

class ServerMetricsTest {
    @TempDir
    private Path folder;

    @Test
    void theJobsThatWaitAreCountedAfterAGarbageCollection() throws Exception {
        try (Store store = SqlStore.file(folder.resolve("studio.db"))) {
            ServerMetrics metrics = new ServerMetrics();
            metrics.watch(store.jobs(), new JobEvents(store.jobs()));
            Javalin server = Javalin.create(metrics::add).start("127.0.0.1", 0);
            try (AutoCloseable end = server::stop) {
                System.gc();
                String text = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
                assertTrue(text.contains("stylecodes_jobs_waiting{kind=\"generation\"} 0.0\n"), text);
                assertTrue(text.contains("stylecodes_jobs_watched 0.0\n"), text);
            }
        }
    }
}
