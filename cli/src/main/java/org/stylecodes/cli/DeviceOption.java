package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import org.stylecodes.Device;
import org.stylecodes.tensor.Engine;
import picocli.CommandLine.Option;

/** The option that chooses the device to compute on. */
final class DeviceOption {
    private static final int MAX_THREADS = 1024;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "The device to compute on: cpu, cuda (the first graphics card) or cuda:N. Default: cpu.")
    private Device device = Device.CPU;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads of the processor one operation uses. Another number may round differently."
                    + " Default: one for each physical core.")
    private @Nullable Integer threads;

    /** Returns the device that was asked for. This machine may not have it. */
    Device device() {
        return device;
    }

    /**
     * Sets the number of threads if the command line has one.
     *
     * @throws BadValueException if it is not from 1 to 1024
     */
    void setThreads() {
        if (threads == null) {
            return;
        }
        if (threads < 1 || threads > MAX_THREADS) {
            throw new BadValueException("--threads is " + threads + "; expected 1 to " + MAX_THREADS);
        }
        Engine.threads(threads);
    }
}
