package org.stylecodes.tensor;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.error.EnvironmentException;

/** Maps {@link Device}, {@link Precision} and {@link Placement} to LibTorch's types, and moves tensors. Thread-safe. */
public final class Devices {
    private static final long MIN_LARGE_KERNEL = 1 << 19; // elements

    private Devices() {}

    /**
     * Checks that this build and this machine have the device, and sets up LibTorch for it.
     *
     * @throws EnvironmentException if the device is not available; the message says what to install
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
                                    + " is not available: no GPU with CUDA was found; install NVIDIA's driver, CUDA 13"
                                    + " and cuDNN 9, or use the device cpu"
                            : device + " is not available: this build has no CUDA; set"
                                    + " STYLECODES_MAVEN_OPTIONS=-Pgpu for a build with CUDA (from Maven: mvn -Pgpu),"
                                    + " or use the device cpu");
        }
        if (device.index() >= count) {
            throw new EnvironmentException(
                    device + " is not available: the last GPU of this machine is " + Device.cuda(count - 1));
        }
        // Without this, cuDNN would round the factors of float32 convolutions to 10 bits of mantissa.
        torch.globalContext().setAllowTF32CuDNN(false);
        torch.globalContext().setDeterministicCuDNN(true); // so that the same request gives the same bytes
    }

    /**
     * Checks that this build and this machine can compute with the placement.
     *
     * @throws EnvironmentException if the device is not available, or does not compute in that precision
     */
    public static void requireAvailable(Placement placement) {
        requireAvailable(placement.device());
        if (placement.device().kind() == Device.Kind.CPU && placement.precision() == Precision.FLOAT16) {
            throw new EnvironmentException("processors do not compute in float16; use bfloat16 or float32, which also"
                    + " read weights stored in half precision, or the device cuda");
        }
    }

    /** The tensor on a device: the same tensor if it is already there, or a copy. */
    public static Tensor put(Device device, Tensor tensor) {
        return put(device, tensor, tensor.scalar_type());
    }

    /**
     * A copy of a small tensor in main memory, on the device and in the type of another tensor. On a graphics card, it does not wait for the
     * work that the card still has to do.
     */
    public static Tensor beside(Tensor other, Tensor small) {
        return small.to(other.device(), other.scalar_type(), true, false, new MemoryFormatOptional());
    }

    /** The tensor on a device in a precision: the same tensor if it already has both, or a copy. */
    public static Tensor put(Placement placement, Tensor tensor) {
        return put(placement.device(), tensor, type(placement.precision()));
    }

    /**
     * A weight on a device in a precision. On the CPU, kernels of convolutions are in channels-last order, in which LibTorch's convolutions
     * are fastest. Their output then has that order too, and so have the maps of a network. In float32 this is so for large kernels only.
     */
    static Tensor weight(Placement placement, Tensor tensor) {
        boolean kernel = isChannelsLast(type(placement.precision()), Tensors.shape(tensor))
                && placement.device().kind() == Device.Kind.CPU;
        return kernel
                ? tensor.to(
                        torch(placement.device()),
                        type(placement.precision()),
                        false,
                        false,
                        new MemoryFormatOptional(MemoryFormat.ChannelsLast))
                : put(placement, tensor);
    }

    /** Whether a weight is the kernel of a convolution, and channels-last order is worth the change. */
    static boolean isChannelsLast(ScalarType type, long... shape) {
        return shape.length == 4 && (type != ScalarType.Float || Slab.elements(shape) >= MIN_LARGE_KERNEL);
    }

    /** As {@link #put(Device, Tensor)}, converted to a type. */
    static Tensor put(Device device, Tensor tensor, ScalarType type) {
        return tensor.to(torch(device), type);
    }

    /** LibTorch's scalar type of a precision. */
    public static ScalarType type(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> ScalarType.Float;
            case FLOAT16 -> ScalarType.Half;
            case BFLOAT16 -> ScalarType.BFloat16;
        };
    }

    /** LibTorch's object for a device. It belongs to the scope that it is made in. */
    public static org.bytedeco.pytorch.Device torch(Device device) {
        Engine.load();
        return device.kind() == Device.Kind.CPU
                ? new org.bytedeco.pytorch.Device(DeviceType.CPU)
                : new org.bytedeco.pytorch.Device(DeviceType.CUDA, (byte) device.index());
    }
}
