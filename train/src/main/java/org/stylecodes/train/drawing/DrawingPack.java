package org.stylecodes.train.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
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

    private record Key(String content, String hand) {}

    private record Place(int offset, int length) {}

    private final String file;
    private final byte[] bytes;
    private final int side;
    private final List<Content> contents;
    private final List<Hand> hands;
    private final Map<Key, Place> places;

    private DrawingPack(
            String file, byte[] bytes, int side, List<Content> contents, List<Hand> hands, Map<Key, Place> places) {
        this.file = file;
        this.bytes = bytes;
        this.side = side;
        this.contents = List.copyOf(contents);
        this.hands = List.copyOf(hands);
        this.places = Map.copyOf(places);
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
        int start = MAGIC.length + 32;
        if (bytes.length < start + 4 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFormatException(file, "is not a pack of drawings");
        }
        if (!Arrays.equals(digest(bytes, start), 0, 32, bytes, MAGIC.length, start)) {
            throw new ModelFormatException(file, "is damaged: its SHA-256 differs from the one in its header; copy or make it again");
        }
        int headerLength = ByteBuffer.wrap(bytes).getInt(start);
        try {
            JsonNode header = new ObjectMapper().readTree(bytes, start + 4, headerLength);
            List<Content> contents = new ArrayList<>();
            List<Hand> hands = new ArrayList<>();
            for (JsonNode hand : header.get("hands")) {
                hands.add(new Hand(
                        hand.get("id").asText(),
                        hand.get("illustrator").asText(),
                        hand.get("oneColour").asBoolean(),
                        hand.get("heldOut").asBoolean(),
                        hand.get("licence").asText(),
                        hand.get("author").asText()));
            }
            Map<Key, Place> places = new HashMap<>();
            int offset = start + 4 + headerLength;
            for (JsonNode content : header.get("contents")) {
                List<String> synonyms = new ArrayList<>();
                content.get("synonyms").forEach(synonym -> synonyms.add(synonym.asText()));
                String id = content.get("id").asText();
                contents.add(new Content(
                        id, content.get("label").asText(), synonyms, content.get("group").asText()));
                // One length for each hand, in the order of the hands; 0 where the hand does not draw the content.
                for (int h = 0; h < hands.size(); h++) {
                    int length = content.get("lengths").get(h).asInt();
                    if (length > 0) {
                        places.put(new Key(id, hands.get(h).id()), new Place(offset, length));
                        offset += length;
                    }
                }
            }
            return new DrawingPack(file, bytes, header.get("side").asInt(), contents, hands, places);
        } catch (IOException | RuntimeException cause) {
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

    /** The width and the height of a drawing in pixels. */
    public int side() {
        return side;
    }

    /** The contents, in the order of the pack. */
    public List<Content> contents() {
        return contents;
    }

    /** The hands, in the order of the pack. */
    public List<Hand> hands() {
        return hands;
    }

    /**
     * Decodes a drawing. Takes some milliseconds; a caller that asks often keeps the pixels.
     *
     * @return the pixels, row by row, as ARGB with colours not multiplied by alpha; empty if the hand does not draw the content. The array
     *     is the caller's
     * @throws ModelFormatException if the drawing cannot be decoded
     */
    public Optional<int[]> drawing(Content content, Hand hand) {
        Place place = places.get(new Key(content.id(), hand.id()));
        if (place == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DrawingCodec.decode(bytes, place.offset(), place.length(), side));
        } catch (DataFormatException cause) {
            throw new ModelFormatException(file, content.id() + " by " + hand.id() + " is damaged", cause);
        }
    }
}
