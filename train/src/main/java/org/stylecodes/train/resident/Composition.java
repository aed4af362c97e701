package org.stylecodes.train.resident;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Composes all styles of a bank in the background, while the first stages already train with those that are ready. */
final class Composition implements AutoCloseable {
    private final PictureBank bank;
    private final PictureSource source;
    private final ExecutorService threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final int firstStyle;

    /**
     * Starts composing.
     *
     * @param firstStyle the number of the first style, from which its seed follows
     */
    Composition(PictureBank bank, PictureSource source, int firstStyle, int threads) {
        this.bank = bank;
        this.source = source;
        this.firstStyle = firstStyle;
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            this.threads.execute(this::compose);
        }
        this.threads.shutdown();
    }

    private void compose() {
        try {
            for (int style = next.getAndIncrement();
                    style < bank.styles() && failure.get() == null;
                    style = next.getAndIncrement()) {
                byte[] rgb = new byte[bank.perStyle() * bank.size() * bank.size() * 3];
                bank.add(style, rgb, source.compose(firstStyle + style, bank.perStyle(), rgb));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }

    /** Waits until all styles for measuring and this many others are ready. */
    void await(int styles) throws InterruptedException {
        while (bank.ready() < styles || !IntStream.range(0, bank.unseen()).allMatch(bank::isReady)) {
            advance();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Brings the styles that were composed meanwhile to the device. Throws what made composing fail, if it has failed. */
    void advance() {
        throwIfFailed();
        bank.upload();
    }

    /** Throws what made composing fail, if it has failed. */
    void throwIfFailed() {
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException problem) {
            throw problem;
        }
    }

    @Override
    public void close() {
        next.set(bank.styles());
        threads.shutdownNow();
    }
}
