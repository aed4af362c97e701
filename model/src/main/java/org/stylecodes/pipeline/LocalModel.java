package org.stylecodes.pipeline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Generation;
import org.stylecodes.ModelInfo;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.NativeErrors;
import org.stylecodes.tensor.NativeHeap;

/** A model that runs on LibTorch in this process, one request at a time. Thread-safe: concurrent calls wait for each other. */
final class LocalModel implements StyleCodes {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Path path;
    private Networks networks; // replaced while the lock is held
    private final Runnable closing;
    private final ModelInfo info;
    private final @Nullable CodeDistribution codes;
    private boolean closed;

    private LocalModel(Path path, Networks networks, ModelInfo info, Runnable closing) {
        this.path = path;
        this.networks = networks;
        this.info = info;
        this.codes = networks.configs().style().codes();
        this.closing = closing;
    }

    /**
     * Opens a model folder or single-file checkpoint.
     *
     * @param closing called after the networks are closed, or at once if they cannot be opened
     */
    static StyleCodes open(Path path, Placement placement, Runnable closing) {
        try {
            Devices.requireAvailable(placement);
            Networks networks = Networks.open(path, placement);
            try {
                return new LocalModel(path, networks, networks.info(), closing);
            } catch (RuntimeException e) {
                networks.close();
                throw e;
            }
        } catch (RuntimeException e) {
            closing.run();
            throw e;
        }
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public StyleCode encode(Picture... pictures) {
        if (pictures.length == 0) {
            throw new IllegalArgumentException("no pictures were given; pass at least one");
        }
        return exclusively(() -> StyleCode.mix(Arrays.stream(pictures)
                .map(picture -> new WeightedCode(new StyleEncoder(networks).encode(picture), 1))
                .toList()));
    }

    @Override
    public float[] styleValues(Picture picture) {
        return exclusively(() -> new StyleEncoder(networks).values(picture));
    }

    @Override
    public Generation generate(Request request) {
        Request filled = info.filled(request);
        return exclusively(() -> {
            use(Objects.requireNonNull(filled.precision()));
            return new Generation(new Diffusion(networks).draw(filled), filled, id());
        });
    }

    @Override
    public StyleCode random(long seed) {
        if (codes == null) {
            throw new InvalidRequestException("the model " + id() + " does not say how its codes are distributed;"
                    + " use the code of a picture, or StyleCode.uniform");
        }
        return codes.draw(seed);
    }

    @Override
    public void close() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a listener cannot close the model that is running its request; cancel the request first");
        }
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                networks.close();
                closing.run();
                NativeHeap.trim();
            }
        } finally {
            lock.unlock();
        }
    }

    // Opens the networks again if they have another precision. The old ones are closed first, so that one set of
    // weights is in memory.
    private void use(Precision precision) {
        Placement before = networks.placement();
        Placement wanted = new Placement(before.device(), precision);
        if (wanted.equals(before)) {
            return;
        }
        if (lock.getHoldCount() > 1) {
            throw new InvalidRequestException(
                    "a listener asked for " + precision + " while its own request is drawn in " + before.precision()
                            + "; make the second request afterwards");
        }
        try {
            Devices.requireAvailable(wanted);
        } catch (EnvironmentException unable) {
            throw new InvalidRequestException(String.valueOf(unable.getMessage()), unable);
        }
        networks.close();
        NativeHeap.trim();
        try {
            networks = Networks.open(path, wanted);
        } catch (RuntimeException e) {
            networks = Networks.open(path, before);
            throw e;
        }
    }

    private <T> T exclusively(Supplier<T> work) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("cancelled before the work began, because the thread was interrupted");
        }
        try {
            if (closed) {
                throw new IllegalStateException("the model " + id() + " was closed; open it again");
            }
            return work.get();
        } catch (RuntimeException e) {
            throw NativeErrors.typed(e);
        } finally {
            lock.unlock();
        }
    }
}
