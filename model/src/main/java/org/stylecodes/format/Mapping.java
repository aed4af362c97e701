package org.stylecodes.format;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Scope;

/** Tensors that lie in a mapped part of a file. The part stays mapped until LibTorch lets go of the last view of it. */
final class Mapping {
    // Java unmaps a file when no Java object refers to the mapping; LibTorch's own references do not count, these do.
    private static final Map<Long, MappedByteBuffer> IN_USE = new ConcurrentHashMap<>();
    private static final PointerConsumer RELEASE = Scope.keep(new PointerConsumer() {
        @Override
        public void call(Pointer data) {
            IN_USE.remove(data.address());
        }
    });

    private Mapping() {}

    /** Whether a tensor at this byte of a file can be used where it lies. */
    static boolean fits(TensorEntry entry) {
        return entry.begin() % entry.dtype().bytes() == 0 && entry.bytes() > 0 && entry.bytes() <= Integer.MAX_VALUE;
    }

    /** Maps one tensor that {@linkplain #fits fits}. Fails where the file ends before the tensor does. */
    static Tensor tensor(FileChannel channel, TensorEntry entry) throws IOException {
        MappedByteBuffer bytes = channel.map(MapMode.READ_ONLY, entry.begin(), entry.bytes());
        BytePointer data = new BytePointer(bytes);
        IN_USE.put(data.address(), bytes);
        return torch.from_blob(
                data, entry.sizes(), RELEASE, new TensorOptions(entry.dtype().scalarType()));
    }
}
