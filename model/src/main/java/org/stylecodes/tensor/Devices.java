package org.stylecodes.tensor;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.error.EnvironmentException;

/** What LibTorch makes of {@link Device}, {@link Precision} and {@link Placement}. Thread-safe. */
public final class Devices {
    private Devices() {}

    /**
     * Returns if this build on this machine has the device, and sets up LibTorch for it.
     *
     * @throws EnvironmentException if it does not; the message says how to get it
     */
    public static void requireAvailable(Device device) {
        if (device.kind() == Device.Kind.CPU) {
            return;
        }
        Engine.load();
        int count = torch.cuda_device_count();
        if (count == 0) {
            throw new EnvironmentException(
                    Context.hasCUDART()
                            ? device
                                    + " is not there: no graphics card with CUDA was found; install NVIDIA's driver, CUDA 13"
                                    + " and cuDNN 9, or use the device cpu"
                            : device + " is not there: this build computes on processors only; set"
                                    + " STYLECODES_MAVEN_OPTIONS=-Pgpu for one that has CUDA (from Maven: mvn -Pgpu),"
                                    + " or use the device cpu");
        }
        if (device.index() >= count) {
            throw new EnvironmentException(device + " is not there: this machine's last is " + Device.cuda(count - 1));
        }
        // cuDNN would otherwise round the factors of float32 convolutions to 10 bits.
        torch.globalContext().setAllowTF32CuDNN(false);
        torch.globalContext().setDeterministicCuDNN(true); // the same request, the same bytes
    }

    /**
     * Returns if this build on this machine has the placement.
     *
     * @throws EnvironmentException if the device is not there, or is slow in that precision
     */
    public static void requireAvailable(Placement placement) {
        requireAvailable(placement.device());
        if (placement.device().kind() == Device.Kind.CPU && placement.precision() != Precision.FLOAT32) {
            throw new EnvironmentException("the processor is slow in " + placement.precision()
                    + "; use float32, as which it reads weights of half precision, or the device cuda");
        }
    }

    /** The tensor on a device: the same one if it lies there already, or a copy. */
    public static Tensor put(Device device, Tensor tensor) {
        return put(device, tensor, tensor.scalar_type());
    }

    /** The tensor on a device and in a precision: the same one if it already is, or a copy. */
    public static Tensor put(Placement placement, Tensor tensor) {
        return put(placement.device(), tensor, type(placement.precision()));
    }

    /** As {@link #put(Device, Tensor)}, in this type. */
    static Tensor put(Device device, Tensor tensor, ScalarType type) {
        return tensor.to(torch(device), type);
    }

    /** LibTorch's type of a precision. */
    public static ScalarType type(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> ScalarType.Float;
            case FLOAT16 -> ScalarType.Half;
            case BFLOAT16 -> ScalarType.BFloat16;
        };
    }

    /** LibTorch's name of a device. The object belongs to the scope that it is made in. */
    public static org.bytedeco.pytorch.Device torch(Device device) {
        Engine.load();
        return device.kind() == Device.Kind.CPU
                ? new org.bytedeco.pytorch.Device(DeviceType.CPU)
                : new org.bytedeco.pytorch.Device(DeviceType.CUDA, (byte) device.index());
    }
}
