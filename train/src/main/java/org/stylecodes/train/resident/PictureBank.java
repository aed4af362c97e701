package org.stylecodes.train.resident;

import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Placement;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Scope;

/**
 * Pictures in the memory of a device, grouped by style: {@code perStyle} pictures of each. Styles become available one after another, while
 * others are being composed. {@link #add} is thread-safe; the rest is for the thread that trains.
 */
final class PictureBank implements AutoCloseable {
    private static final int MOST_WAITING = 64; // styles that are composed but not uploaded

    private final Placement placement;
    private final int size;
    private final int perStyle;
    private final int unseen;
    private final Tensor pixels; // (styles * perStyle, size, size, 3), uint8
    private final Picture[][] facts;
    private final int[] ready;
    private final BlockingQueue<Composed> composed = new ArrayBlockingQueue<>(MOST_WAITING);
    private int readyCount;

    /** What a picture shows. */
    record Picture(String caption, int[] contents, int treatment) {}

    /**
     * Makes an empty bank.
     *
     * @param unseen the number of styles at the beginning that {@link #anyStyle} never returns
     */
    PictureBank(Placement placement, int styles, int unseen, int perStyle, int size) {
        this.unseen = unseen;
        this.placement = placement;
        this.size = size;
        this.perStyle = perStyle;
        this.facts = new Picture[styles][];
        this.ready = new int[styles];
        this.pixels = Scope.own(() -> torch.empty(
                new long[] {(long) styles * perStyle, size, size, 3},
                new TensorOptions(ScalarType.Byte).device(new DeviceOptional(Devices.torch(placement.device()))),
                new MemoryFormatOptional()));
    }

    int styles() {
        return facts.length;
    }

    int perStyle() {
        return perStyle;
    }

    int size() {
        return size;
    }

    Placement placement() {
        return placement;
    }

    /** The number of styles at the beginning that are only for measuring. */
    int unseen() {
        return unseen;
    }

    /** The number of styles that are available for training. */
    int ready() {
        return readyCount;
    }

    /** The style that became available as the n-th. */
    int readyStyle(int n) {
        return ready[n];
    }

    /** A random style among those that are available for training. */
    int anyStyle(SplittableRandom random) {
        return ready[random.nextInt(readyCount)];
    }

    /** Whether all pictures of a style are there. */
    boolean isReady(int style) {
        return facts[style] != null;
    }

    /** What a picture of a style that is ready shows. */
    Picture facts(int index) {
        return facts[index / perStyle][index % perStyle];
    }

    /**
     * Takes all pictures of a style, which {@link #upload} brings to the device. The array must not be changed afterwards. Waits while many
     * styles are waiting to be uploaded.
     */
    void add(int style, byte[] rgb, Picture[] pictures) throws InterruptedException {
        composed.put(new Composed(style, rgb, pictures));
    }

    /** Brings the styles that were added meanwhile to the device. Called between steps, by the thread that trains. */
    void upload() {
        for (Composed next = composed.poll(); next != null; next = composed.poll()) {
            Composed taken = next;
            Scope.run(() -> {
                Tensor host = torch.empty(
                        new long[] {perStyle, size, size, 3},
                        new TensorOptions(ScalarType.Byte),
                        new MemoryFormatOptional());
                new BytePointer(host.data_ptr_byte()).put(taken.rgb(), 0, taken.rgb().length);
                try (NoGradGuard guard = new NoGradGuard()) {
                    pixels.narrow(0, (long) taken.style() * perStyle, perStyle).copy_(host);
                }
            });
            facts[taken.style()] = taken.pictures();
            if (taken.style() >= unseen) {
                ready[readyCount] = taken.style();
                readyCount++;
            }
        }
    }

    private record Composed(int style, byte[] rgb, Picture[] pictures) {}

    /** The pixels of pictures: (B, 3, size, size) with values in -1..1, channels last, in the precision of the placement. */
    Tensor pixels(Tensor indices) {
        return Scope.of(() -> scaled(pixels.index_select(0, indices)));
    }

    /** The pixels of consecutive pictures. */
    Tensor pixels(long from, long count) {
        return Scope.of(() -> scaled(pixels.narrow(0, from, count)));
    }

    /** The same square of every picture, at a random place: (B, 3, crop, crop). */
    Tensor crops(Tensor indices, int crop, SplittableRandom random) {
        // Multiples of 4, so that reading rows stays fast
        int x = random.nextInt((size - crop) / 4 + 1) * 4;
        int y = random.nextInt((size - crop) / 4 + 1) * 4;
        return Scope.of(() -> scaled(pixels.index_select(0, indices)
                .narrow(1, y, crop)
                .narrow(2, x, crop)
                .contiguous()));
    }

    private Tensor scaled(Tensor bytes) {
        return bytes.to(ScalarType.Float)
                .div_(new Scalar(127.5))
                .sub_(new Scalar(1.0))
                .to(Devices.type(placement.precision()))
                .permute(0, 3, 1, 2);
    }

    @Override
    public void close() {
        pixels.close();
    }
}
