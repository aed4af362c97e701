package org.stylecodes.train.loop;

import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Devices;

/**
 * Runs forward passes in mixed precision (Micikevicius et al. 2018): weights stay float32, and products and convolutions are computed in
 * the given precision. A weight that a pass uses several times is rounded once. Autocasting is a state of the thread, so each replica has
 * to enable it.
 */
record Autocast(Device device, Precision precision) {
    /** Runs the body in this precision, and restores the state of the thread. */
    <T> T run(Supplier<T> body) {
        if (precision == Precision.FLOAT32) {
            return body.get();
        }
        DeviceType type = device.kind() == Device.Kind.CPU ? DeviceType.CPU : DeviceType.CUDA;
        boolean enabled = torch.is_autocast_enabled(type);
        boolean cached = torch.is_autocast_cache_enabled();
        ScalarType before = torch.get_autocast_dtype(type);
        torch.set_autocast_dtype(type, Devices.type(precision));
        torch.set_autocast_cache_enabled(true);
        torch.set_autocast_enabled(type, true);
        try {
            return body.get();
        } finally {
            torch.set_autocast_enabled(type, enabled);
            torch.set_autocast_cache_enabled(cached);
            torch.set_autocast_dtype(type, before);
            // The optimizer changes the weights before the next pass. All threads share LibTorch's cache, but each
            // replica has tensors of its own for the weights: another replica only rounds some of its weights again.
            torch.clear_cache();
        }
    }

    /**
     * Runs the body without recording gradients. Rounded weights are not kept: a later operation that records gradients would use them, and
     * the weights would get no gradient from it.
     */
    static <T> T withoutGradients(Supplier<T> body) {
        boolean cached = torch.is_autocast_cache_enabled();
        torch.set_autocast_cache_enabled(false);
        try (NoGradGuard guard = new NoGradGuard()) {
            return body.get();
        } finally {
            torch.set_autocast_cache_enabled(cached);
        }
    }
}
