package org.stylecodes.train.drawing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.stylecodes.file.AtomicFile;

/**
 * Writes a pack of drawings. A pack is a line that names the format, the SHA-256 of everything after the digest (32 bytes), the length of
 * the header (4 bytes, big-endian), the header (JSON in UTF-8), and the drawings of the first content by every hand, those of the second,
 * and so on. The same drawings give the same bytes.
 */
public final class DrawingPackWriter {
    private DrawingPackWriter() {}

    /**
     * The drawings of a content.
     *
     * @param content the content
     * @param drawings the compressed drawings by hand, with the hand's tolerance
     */
    record Drawn(Content content, Map<Hand, byte[]> drawings) {
        private byte[] drawing(Hand hand) {
            return drawings.getOrDefault(hand, new byte[0]);
        }
    }

    /**
     * Writes a pack. The file appears completely or not at all.
     *
     * @param side the width and the height of a drawing in pixels
     * @param drawings gives the pixels of a drawing as {@link DrawingPack#drawing} does; empty if the hand does not draw the content.
     *     Colours are kept exactly, and opacity to 64 levels
     * @throws org.stylecodes.error.EnvironmentException if the file cannot be written
     */
    public static void write(
            Path file,
            int side,
            List<Content> contents,
            List<Hand> hands,
            BiFunction<Content, Hand, Optional<int[]>> drawings) {
        List<Drawn> drawn = contents.stream()
                .map(content -> {
                    Map<Hand, byte[]> compressed = new LinkedHashMap<>();
                    hands.forEach(hand -> drawings.apply(content, hand)
                            .ifPresent(argb -> compressed.put(hand, DrawingCodec.encode(argb.clone(), side, 0))));
                    return new Drawn(content, compressed);
                })
                .toList();
        write(file, side, hands, hand -> 0, drawn);
    }

    static void write(Path file, int side, List<Hand> hands, ToIntFunction<Hand> tolerance, List<Drawn> drawn) {
        PackHeader header = new PackHeader(
                side,
                hands,
                hands.stream().map(tolerance::applyAsInt).toList(),
                drawn.stream().map(Drawn::content).toList(),
                drawn.stream()
                        .map(one -> hands.stream()
                                .map(hand -> one.drawing(hand).length)
                                .toList())
                        .toList());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        drawn.forEach(one -> hands.forEach(hand -> body.writeBytes(one.drawing(hand))));
        write(file, header.json(), body.toByteArray());
    }

    private static void write(Path file, byte[] header, byte[] body) {
        int start = DrawingPack.MAGIC.length + DrawingPack.DIGEST;
        byte[] pack = ByteBuffer.allocate(start + 4 + header.length + body.length)
                .put(DrawingPack.MAGIC)
                .position(start)
                .putInt(header.length)
                .put(header)
                .put(body)
                .array();
        ByteBuffer out = ByteBuffer.wrap(pack).put(DrawingPack.MAGIC.length, DrawingPack.digest(pack, start));
        AtomicFile.write(file, channel -> {
            while (out.hasRemaining()) {
                channel.write(out);
            }
        });
    }
}
