package org.stylecodes.image.decode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.format.Bytes;
import org.stylecodes.image.format.Inks;
import org.stylecodes.image.format.StrippedFile;
import org.stylecodes.image.format.UnreadableException;

/** Walks once over the segments of a JPEG file (ITU-T T.81, annex B) and keeps what the decoder needs. */
final class JpegSegments {
    private static final String EXIF = "Exif\0\0";

    private final byte[] file;
    private final ByteArrayOutputStream pixels;
    private byte @Nullable [] exif;
    private int components;
    private int adobeTransform = -1;

    private JpegSegments(byte[] file) {
        this.file = file;
        this.pixels = new ByteArrayOutputStream(file.length);
    }

    static StrippedFile encoded(byte[] file) {
        JpegSegments segments = new JpegSegments(file);
        segments.walk();
        return new StrippedFile(segments.pixels.toByteArray(), segments.exif, segments.inks());
    }

    private void walk() {
        pixels.write(file, 0, 2);
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = file[at + 1] & 255;
            int end = hasLength(marker) ? endOfSegment(at + 2) : at + 2;
            if (marker == 0xDA) {
                end = nextMarker(end); // entropy-coded bits follow the header of a scan
            }
            look(marker, at + 2);
            if (isNeeded(marker)) {
                pixels.write(file, at, end - at);
            }
            if (marker == 0xD9) {
                return;
            }
            at = end;
        }
    }

    /** The index of the next FF that begins a marker. Stuffing, fill bytes and restart markers belong to entropy-coded bits. */
    private int nextMarker(int from) {
        for (int at = from; at < file.length - 1; at++) {
            int next = file[at + 1] & 255;
            if (file[at] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        throw new UnreadableException(
                "the JPEG file is cut short: it ends at byte " + file.length + " without an end marker");
    }

    private static boolean hasLength(int marker) {
        return marker != 0x01 && marker != 0xD8 && marker != 0xD9;
    }

    private int endOfSegment(int at) {
        int length = at <= file.length - 2 ? Bytes.bigEndian16(file, at) : 0;
        if (length < 2 || length > file.length - at) {
            throw new UnreadableException("the JPEG file is cut short or damaged: the segment at byte " + (at - 2)
                    + " reaches beyond the end");
        }
        return at + length;
    }

    private void look(int marker, int at) {
        if (marker == 0xE1 && exif == null && endOfSegment(at) >= at + 8 && Bytes.has(file, at + 2, EXIF)) {
            exif = Arrays.copyOfRange(file, at + 2 + EXIF.length(), endOfSegment(at));
        } else if (marker == 0xEE && Bytes.has(file, at + 2, "Adobe") && endOfSegment(at) >= at + 14) {
            adobeTransform = file[at + 13] & 255;
        } else if (isFrame(marker) && endOfSegment(at) >= at + 8) {
            if (components != 0) {
                throw new UnreadableException("the JPEG file is damaged: it has a second frame at byte " + (at - 2));
            }
            components = file[at + 7] & 255;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Whether the decoder needs a segment. Of the application segments, only JFIF and Adobe affect the pixels. */
    private static boolean isNeeded(int marker) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker != 0xFE && (!application || marker == 0xE0 || marker == 0xEE);
    }

    private @Nullable Inks inks() {
        if (components != 4) {
            return null;
        }
        return adobeTransform > 0 ? Inks.YCCK : Inks.CMYK;
    }
}
