package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** Tests when tensor data is read from a file. */
class CheckpointTest {
    private static final String NAME = "first_stage_model.encoder.conv_in.bias";

    @TempDir
    Path folder;

    @Test
    void openingReadsNoData() throws IOException {
        Path file = largerThanMemory();
        try (Checkpoint opened = Checkpoint.open(Part.UNET, file);
                SingleFile single = SingleFile.open(file)) {
            assertArrayEquals(new long[] {1L << 38}, opened.shapes().get(NAME));
            assertArrayEquals(
                    new long[] {1L << 38}, single.part(Part.VAE).shapes().get("encoder.conv_in.bias"));
        }
    }

    @Test
    void unalignedDataIsReadWhenANetworkRequestsIt() throws IOException {
        Path file = folder.resolve("odd.safetensors");
        Scope.run(() -> Safetensors.write(file, Map.of(NAME, Tensors.of(new float[] {1, 2}, 2)), Map.of()));
        OddFile.of(file);
        try (Checkpoint opened = Checkpoint.open(Part.UNET, file)) {
            overwrite(file, 7);
            Tensor first = opened.weights().tensor(NAME, Init.ZEROS, 2);
            overwrite(file, 8);
            assertSame(first, opened.weights().tensor(NAME, Init.ZEROS, 2));
            assertArrayEquals(new float[] {7, 2}, Scope.get(() -> Tensors.floats(first)));
        }
    }

    private static void overwrite(Path file, float number) throws IOException {
        try (Safetensors read = Safetensors.open(file);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.wrap(TorchZip.floats(number)), read.entry(NAME).begin());
        }
    }

    /** A tensor of 1 TiB, nearly all of which is a hole in the file. */
    private Path largerThanMemory() throws IOException {
        byte[] header = ("{\"" + NAME + "\": {\"dtype\": \"F32\", \"shape\": [" + (1L << 38)
                        + "], \"data_offsets\": [0, " + (1L << 40) + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(header.length).put(header).flip();
        Path file = folder.resolve("large.safetensors");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE)) {
            channel.write(start);
            channel.write(ByteBuffer.allocate(1), Long.BYTES + header.length + (1L << 40) - 1);
        }
        return file;
    }
}
