package org.stylecodes.cli;

import org.stylecodes.Device;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that chooses the device to compute on. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "The device to compute on: cpu, cuda (the first graphics card) or cuda:N. Default: cpu.")
    private Device device = Device.CPU;

    @Mixin
    private ThreadsOption threads;

    /** Returns the device that was asked for. This machine may not have it. */
    Device device() {
        return device;
    }

    /**
     * Sets the number of threads if the command line has one.
     *
     * @throws BadValueException if it is out of range
     */
    void setThreads() {
        threads.apply();
    }
}
