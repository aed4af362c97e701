package org.stylecodes.image.vp8;

/** The boolean arithmetic decoder (RFC 6386, section 7) for a part of a file. */
final class BoolDecoder {
    private final byte[] data;
    private final int end;
    private int at;
    private boolean overrun;

    private int range = 255;
    private int value; // the top bits are compared with the range; the lower bits are not used yet
    private int waiting = -8; // the number of bits not used yet; below zero, another byte must be loaded

    BoolDecoder(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
    }

    /** Reads a boolean that is false with the probability {@code probability / 256}. */
    boolean read(int probability) {
        if (waiting < 0) {
            load();
        }
        int split = 1 + ((range - 1) * probability >> 8);
        boolean bit = value >> waiting >= split;
        if (bit) {
            range -= split;
            value -= split << waiting;
        } else {
            range = split;
        }
        int shift = Integer.numberOfLeadingZeros(range) - 24;
        range <<= shift;
        waiting -= shift;
        return bit;
    }

    private void load() {
        int next = 0;
        if (at < end) {
            next = data[at++] & 255;
        } else {
            overrun = true;
        }
        value = value << 8 | next;
        waiting += 8;
    }

    /** Reads a boolean with equal probabilities. */
    boolean flag() {
        return read(128);
    }

    /** Reads an unsigned number, the highest bit first. */
    int number(int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = number << 1 | (flag() ? 1 : 0);
        }
        return number;
    }

    /** Reads a number followed by its sign. */
    int signed(int bits) {
        int number = number(bits);
        return flag() ? -number : number;
    }

    /** Reads a flag and, if it is set, a signed number after it. Returns 0 if the flag is not set. */
    int optional(int bits) {
        return flag() ? signed(bits) : 0;
    }

    /** Whether bits beyond the end were read. They are zeros. */
    boolean isOverrun() {
        return overrun;
    }
}
