package org.stylecodes.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of server-sent events (HTML Standard, section 9.2) as they arrive. A stream that breaks or was refused looks like
 * one that has ended, because the reader asks for the state of the job afterwards anyway.
 */
final class EventLines implements Flow.Subscriber<String>, AutoCloseable {
    private static final long SILENCE_SECONDS = 30; // a studio sends something every 10 seconds

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(); // an empty value marks the end
    private final CompletableFuture<?> response;
    private volatile Flow.@Nullable Subscription subscription;

    private EventLines(HttpClient http, HttpRequest request) {
        response = http.sendAsync(
                request,
                head -> head.statusCode() == 200
                        ? BodySubscribers.fromLineSubscriber(this)
                        : BodySubscribers.discarding());
    }

    /** Begins to read a stream. */
    static EventLines of(HttpClient http, HttpRequest request) {
        EventLines events = new EventLines(http, request);
        events.response.whenComplete((answer, failure) -> events.lines.add(Optional.empty()));
        return events;
    }

    /** Waits for the next line. Returns null at the end, after a long silence, and if the thread is interrupted. */
    @Nullable
    String next() {
        try {
            Optional<String> line = lines.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.isEmpty()) {
                return null;
            }
            ask();
            return line.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        response.cancel(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        ask();
    }

    @Override
    public void onNext(String line) {
        lines.add(Optional.of(line));
    }

    @Override
    public void onError(Throwable failure) {
        lines.add(Optional.empty());
    }

    @Override
    public void onComplete() {
        lines.add(Optional.empty());
    }

    private void ask() {
        Flow.Subscription known = subscription;
        if (known != null) {
            known.request(1);
        }
    }
}
