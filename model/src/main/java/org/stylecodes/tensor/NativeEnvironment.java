package org.stylecodes.tensor;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Sets environment variables that native libraries read. Java itself cannot change them, and {@code System.getenv} keeps showing what the
 * process was started with. A library that reads its variables when it is loaded must be loaded after they are set.
 */
final class NativeEnvironment {
    private NativeEnvironment() {}

    /** Sets a variable if the process was started without it. Does nothing on systems other than Linux. */
    static void setIfAbsent(String name, String value) {
        if (System.getenv(name) != null || !Loader.getPlatform().startsWith("linux")) {
            return;
        }
        Loader.load(Pointer.class);
        // POSIX: the variable environ points to a null-terminated
        // array of strings, and a program may replace the array.
        @Nullable Pointer environ = Loader.addressof("environ");
        if (environ == null) {
            return;
        }
        try (PointerPointer<Pointer> holder = new PointerPointer<>(environ);
                PointerPointer<Pointer> before = new PointerPointer<>(holder.get(0))) {
            int count = 0;
            while (before.get(count) != null) {
                count++;
            }
            // These pointers have no deallocator: the process uses the memory until its end, and a thread may still be
            // reading the old array.
            PointerPointer<Pointer> after =
                    new PointerPointer<>(Pointer.malloc((count + 2L) * Loader.sizeof(PointerPointer.class)));
            Pointer.memcpy(after, before, (long) count * Loader.sizeof(PointerPointer.class));
            after.put(count, string(name + "=" + value)).put(count + 1L, (Pointer) null);
            holder.put(0, after);
        }
    }

    private static Pointer string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        BytePointer memory = new BytePointer(Pointer.malloc(bytes.length + 1L));
        return memory.put(bytes, 0, bytes.length).put(bytes.length, (byte) 0);
    }
}
