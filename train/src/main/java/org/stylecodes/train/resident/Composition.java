package org.stylecodes.train.resident;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

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
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }

    /** Waits until this many styles are ready. */
    void await(int styles) throws InterruptedException {
        while (bank.ready() < Math.min(styles, bank.styles() - bank.unseen())) {
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException("a style could not be composed", failed);
            }
            bank.upload();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Leaves out the styles that are not begun, and waits for the others. */
    void stop() throws InterruptedException {
        next.set(bank.styles());
        threads.awaitTermination(1, TimeUnit.MINUTES);
        bank.upload();
    }

    @Override
    public void close() {
        next.set(bank.styles());
        threads.shutdownNow();
    }
}
