package org.stylecodes.train.drawing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;

/**
 * The drawings of many contents by many hands, in one file. {@link DrawingPackWriter} describes the file.
 *
 * <pre>{@code
 * DrawingPack pack = DrawingPack.open(Path.of("drawings.pack"));
 * Optional<int[]> fox = pack.drawing(pack.contents().get(0), pack.hands().get(0));
 * }</pre>
 *
 * <p>The file stays in memory, compressed; a drawing is decoded when it is asked for. Immutable and thread-safe.
 */
public final class DrawingPack {
    static final byte[] MAGIC = "StyleCodes drawings 1\n".getBytes(StandardCharsets.US_ASCII);

    static final int DIGEST = 32; // bytes

    private record Key(String content, String hand) {}

    private record Place(int offset, int length, int tolerance) {}

    private final byte[] bytes;
    private final PackHeader header;
    private final Map<Key, Place> places = new HashMap<>();

    private DrawingPack(byte[] bytes, PackHeader header, int offset) {
        this.bytes = bytes;
        this.header = header;
        for (int c = 0; c < header.contents().size(); c++) {
            for (int h = 0; h < header.hands().size(); h++) {
                int length = header.lengths().get(c).get(h);
                if (length > 0) {
                    places.put(
                            new Key(
                                    header.contents().get(c).id(),
                                    header.hands().get(h).id()),
                            new Place(offset, length, header.tolerances().get(h)));
                    offset += length;
                }
            }
        }
    }

    /**
     * Reads a pack and verifies its digest.
     *
     * @throws InvalidRequestException if the file is missing or cannot be read
     * @throws ModelFormatException if the file is not a pack or is damaged
     */
    public static DrawingPack open(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException cause) {
            throw new InvalidRequestException(file + ": there is no such pack of drawings", cause);
        } catch (IOException cause) {
            throw new InvalidRequestException(file + ": cannot be read: " + cause.getMessage(), cause);
        }
        return read(bytes, file.toString());
    }

    private static DrawingPack read(byte[] bytes, String file) {
        int start = MAGIC.length + DIGEST;
        if (bytes.length < start + 4 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFormatException(file, "is not a pack of drawings");
        }
        if (!Arrays.equals(digest(bytes, start), 0, DIGEST, bytes, MAGIC.length, start)) {
            throw new ModelFormatException(
                    file, "is damaged: its SHA-256 differs from the one in its header; copy or make it again");
        }
        int length = ByteBuffer.wrap(bytes).getInt(start);
        int body = start + 4 + length;
        if (length < 0 || body < 0 || body > bytes.length) {
            throw new ModelFormatException(file, null, start, "has a header of " + length + " bytes, which do not fit");
        }
        try {
            PackHeader header = PackHeader.read(bytes, start + 4, length);
            if (header.total() != bytes.length - body) {
                throw new ModelFormatException(
                        file, "has " + (bytes.length - body) + " bytes of drawings; its header says " + header.total());
            }
            return new DrawingPack(bytes, header, body);
        } catch (IOException cause) {
            throw new ModelFormatException(file, "has a header that cannot be read", cause);
        }
    }

    static byte[] digest(byte[] bytes, int from) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, from, bytes.length - from);
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }

    /** The SHA-256 of the pack's header and drawings, in hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(bytes, MAGIC.length, MAGIC.length + DIGEST);
    }

    /**
     * The notice of licences and authors for what is made of drawings.
     *
     * @param used which hands' drawings are used
     */
    public String notice(Predicate<Hand> used) {
        return Notice.of(header.hands().stream().filter(used).toList());
    }

    /** The width and the height of a drawing in pixels. */
    public int side() {
        return header.side();
    }

    /** The contents, in the order of the pack. */
    public List<Content> contents() {
        return header.contents();
    }

    /** The hands, in the order of the pack. */
    public List<Hand> hands() {
        return header.hands();
    }

    /**
     * Decodes a drawing. Takes some milliseconds; a caller that asks often keeps the pixels.
     *
     * @return the pixels, row by row, as ARGB with colours not multiplied by alpha; empty if the hand does not draw the content. The array
     *     is the caller's
     */
    public Optional<int[]> drawing(Content content, Hand hand) {
        Place place = places.get(new Key(content.id(), hand.id()));
        return place == null
                ? Optional.empty()
                : Optional.of(
                        DrawingCodec.decode(bytes, place.offset(), place.length(), header.side(), place.tolerance()));
    }
}
