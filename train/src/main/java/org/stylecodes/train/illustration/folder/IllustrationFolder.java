package org.stylecodes.train.illustration.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.file.AtomicFile;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.illustration.Illustrator;

/**
 * A folder of illustrated styles: a folder of PNG files for each style, {@code metadata.jsonl} with a line for each picture
 * ({@code file} and {@code file_name}, {@code caption} and {@code text}, {@code style}, {@code hand}, {@code treatment},
 * {@code contents}, {@code number}, {@code places}), {@code NOTICE.txt} with the licences of the drawings, and
 * {@code illustrations.json} with the options.
 *
 * <p>{@code metadata.jsonl} is written last. Files appear completely or not at all, and writing again with the same options keeps the
 * styles that are complete.
 */
public final class IllustrationFolder {
    private static final String METADATA = "metadata.jsonl";
    private static final String NOTICE = "NOTICE.txt";
    private static final int BYTES_PER_PIXEL = 300; // while a picture is composed; measured at 1024x1024
    private static final int SHARE_OF_HEAP = 2; // the other half is for drawings and for what waits for collection

    private final Path folder;
    private final DrawingPack pack;
    private final StyleSelection selection;
    private final Illustrator illustrator;
    private final ProgressListener listener;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long composed;

    /** Is told how far the work is, by one thread at a time. */
    @FunctionalInterface
    public interface ProgressListener {
        /**
         * A style was composed.
         *
         * @param pictures how many pictures were composed so far
         * @param total how many will have been composed at the end; without those that were kept
         */
        void onComposed(long pictures, long total);
    }

    /**
     * What was done.
     *
     * @param composed how many pictures were composed
     * @param kept how many were there already
     */
    public record Summary(long composed, long kept) {}

    private IllustrationFolder(Path folder, DrawingPack pack, StyleSelection selection, ProgressListener listener) {
        this.folder = folder;
        this.pack = pack;
        this.selection = selection;
        this.illustrator = new Illustrator(pack, selection.size());
        this.listener = listener;
    }

    /**
     * Checks, before drawings are fetched, that a folder can be written: it is missing, empty, or was begun by this class.
     *
     * @throws InvalidRequestException if it holds something else
     */
    public static void requireUsable(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidRequestException(folder + " is a file; give the name of a folder");
        }
        if (!Files.exists(folder) || FolderRecord.read(folder).isPresent()) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            // A process that was killed at once leaves no more than its unfinished record.
            Optional<Path> other = files.filter(
                            file -> !file.getFileName().toString().startsWith("." + FolderRecord.FILE))
                    .findAny();
            if (other.isPresent()) {
                throw new InvalidRequestException(folder + " holds other files, such as "
                        + other.get().getFileName() + "; give a new or empty folder, or one that this command began");
            }
        } catch (IOException cause) {
            throw new EnvironmentException("cannot read " + folder + ": " + cause.getMessage(), cause);
        }
    }

    /**
     * Composes what a folder lacks. The pictures are the same whatever the number of threads.
     *
     * @param folder made if it is missing; its styles that are complete are kept
     * @param threads how many styles are composed at the same time, 1 or more; fewer if the heap is too small for so many
     * @throws InvalidRequestException if the folder holds something else or was begun with other options, or the pack lacks the hands
     * @throws EnvironmentException if a file cannot be written; what is complete stays, and another call continues
     * @throws CancelledException if the thread is interrupted
     */
    public static Summary write(
            Path folder, DrawingPack pack, StyleSelection selection, int threads, ProgressListener listener) {
        if (threads < 1) {
            throw new InvalidRequestException("the number of threads is " + threads + "; expected 1 or more");
        }
        return new IllustrationFolder(folder, pack, selection, listener).write(threads);
    }

    private Summary write(int threads) {
        requireUsable(folder);
        FolderRecord options = FolderRecord.of(pack.digest(), selection);
        FolderRecord.read(folder).ifPresent(older -> options.requireContinues(older, folder));
        style(0); // refuses a pack without suitable hands before anything is written
        StyleFolder.deleteUnfinished(folder);
        write(folder.resolve(FolderRecord.FILE), options.json());
        write(folder.resolve(NOTICE), pack.notice(selection::uses).getBytes(StandardCharsets.UTF_8));
        List<Integer> missing = new ArrayList<>();
        for (int number = 0; number < selection.styles(); number++) {
            if (!style(number).isComplete()) {
                missing.add(number);
            }
        }
        compose(missing, Math.min(Math.min(threads, affordable(selection.size())), missing.size()));
        writeMetadata();
        return new Summary(composed, selection.total() - composed);
    }

    private StyleFolder style(int number) {
        return new StyleFolder(folder, selection.style(illustrator, number), selection);
    }

    private static int affordable(int size) {
        long bytes = (long) size * size * BYTES_PER_PIXEL;
        return (int) Math.max(1, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / bytes);
    }

    private void compose(List<Integer> numbers, int threads) {
        if (numbers.isEmpty()) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> composeNext(numbers)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed); // workers throw no checked exceptions
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("cancelled while " + folder + " was composed");
        } finally {
            stopped.set(true);
            end(pool);
        }
    }

    private void composeNext(List<Integer> numbers) {
        try {
            for (int i = next.getAndIncrement(); i < numbers.size() && !stopped.get(); i = next.getAndIncrement()) {
                style(numbers.get(i)).compose(illustrator);
                report((long) numbers.size() * selection.pictures());
            }
        } catch (RuntimeException | Error failed) {
            stopped.set(true);
            throw failed;
        }
    }

    private synchronized void report(long total) {
        composed += selection.pictures();
        listener.onComposed(composed, total);
    }

    // Nothing is written any more once the caller knows about the end.
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeMetadata() {
        AtomicFile.write(folder.resolve(METADATA), channel -> {
            for (int number = 0; number < selection.styles(); number++) {
                ByteBuffer lines =
                        ByteBuffer.wrap(Files.readAllBytes(style(number).lines()));
                while (lines.hasRemaining()) {
                    channel.write(lines);
                }
            }
        });
    }

    /** Writes a file completely or not at all. */
    static void write(Path file, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        AtomicFile.write(file, channel -> {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }
}
