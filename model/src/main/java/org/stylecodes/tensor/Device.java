package org.stylecodes.tensor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.stylecodes.StyleCodesException;

/**
 * Where tensors lie and operations run: the processor, or a graphics card with CUDA.
 *
 * @param kind which of both
 * @param index of the card, from 0; 0 for the processor
 */
public record Device(Kind kind, int index) {
    /** What can compute. */
    public enum Kind {
        CPU,
        CUDA
    }

    /** The processor. */
    public static final Device CPU = new Device(Kind.CPU, 0);

    private static final int MOST = Byte.MAX_VALUE; // LibTorch counts in bytes
    private static final Pattern TEXT = Pattern.compile("(cpu)|cuda(?::(\\d{1,3}))?");

    /** Takes the index of a card from 0 to 127, and 0 for the processor. */
    public Device {
        if (index < 0 || index > (kind == Kind.CPU ? 0 : MOST)) {
            throw new IllegalArgumentException(
                    "there is no device " + kind + " " + index + "; expected CPU 0, or CUDA 0 to " + MOST);
        }
    }

    /** The card of this index, whether it is there or not. */
    public static Device cuda(int index) {
        return new Device(Kind.CUDA, index);
    }

    /**
     * Reads {@code cpu}, {@code cuda} (the first card) or {@code cuda:N}.
     *
     * @throws StyleCodesException if the text is none of these
     */
    public static Device parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int index = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            if (index <= MOST) {
                return matcher.group(1) == null ? cuda(index) : CPU;
            }
        }
        throw new StyleCodesException("there is no device '" + text + "'; expected cpu, cuda or cuda:N");
    }

    /**
     * This device, if this build on this machine has it.
     *
     * @throws StyleCodesException if not; the message says how to get it
     */
    public Device available() {
        if (kind == Kind.CPU) {
            return this;
        }
        int count = torch.cuda_device_count();
        if (count == 0) {
            throw new StyleCodesException(
                    Context.hasCUDART()
                            ? this
                                    + " is not there: no graphics card with CUDA was found; install NVIDIA's driver, CUDA 13"
                                    + " and cuDNN 9, or use the device cpu"
                            : this + " is not there: this build computes on processors only; set"
                                    + " STYLECODES_MAVEN_OPTIONS=-Pgpu for one that has CUDA (from Maven: mvn -Pgpu),"
                                    + " or use the device cpu");
        }
        if (index >= count) {
            throw new StyleCodesException(this + " is not there: this machine's last is " + cuda(count - 1));
        }
        // What is called float32 shall be float32: cuDNN would round the factors of convolutions to 10 bits.
        torch.globalContext().setAllowTF32CuDNN(false);
        torch.globalContext().setDeterministicCuDNN(true); // the same request, the same bytes
        return this;
    }

    /** The tensor on this device: the same one where it lies here already, or a copy. */
    public Tensor put(Tensor tensor) {
        return put(tensor, tensor.scalar_type());
    }

    /** As {@link #put(Tensor)}, in this type. */
    Tensor put(Tensor tensor, torch.ScalarType type) {
        return tensor.to(torch(), type);
    }

    /** What LibTorch calls it. The object belongs to the scope that it is made in. */
    public org.bytedeco.pytorch.Device torch() {
        return kind == Kind.CPU
                ? new org.bytedeco.pytorch.Device(DeviceType.CPU)
                : new org.bytedeco.pytorch.Device(DeviceType.CUDA, (byte) index);
    }

    /** {@code cpu} or {@code cuda:N}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind == Kind.CPU ? "cpu" : "cuda:" + index;
    }
}
