package org.stylecodes.image.vp8;

/** The arithmetic decoder of single decisions (RFC 6386, section 7), over a part of a file. */
final class BoolDecoder {
    private final byte[] data;
    private final int end;
    private int at;
    private boolean overrun;

    private int range = 255;
    private int value; // the top bits are compared with the range, the lower ones wait
    private int waiting = -8; // how many bits wait; below zero, a byte is missing

    BoolDecoder(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
    }

    /** A decision whose probability of being false is {@code probability / 256}. */
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

    /** An even decision. */
    boolean flag() {
        return read(128);
    }

    /** An unsigned number, its highest bit first. */
    int number(int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = number << 1 | (flag() ? 1 : 0);
        }
        return number;
    }

    /** A number and its sign. */
    int signed(int bits) {
        int number = number(bits);
        return flag() ? -number : number;
    }

    /** A flag, and behind it a signed number if the flag is set; else zero. */
    int optional(int bits) {
        return flag() ? signed(bits) : 0;
    }

    /** Whether more was read than there is; what came from beyond the end were zeros. */
    boolean isOverrun() {
        return overrun;
    }
}
