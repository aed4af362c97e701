package org.stylecodes.cli;

import org.stylecodes.Device;
import picocli.CommandLine.Option;

/** What computes. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "What computes: cpu, cuda (the first graphics card) or cuda:N. Default: cpu.")
    private Device device = Device.CPU;

    /** The device, whether it is there or not. */
    Device device() {
        return device;
    }
}
