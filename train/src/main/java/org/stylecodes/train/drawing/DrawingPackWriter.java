package org.stylecodes.train.drawing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.stylecodes.file.AtomicFile;

/**
 * Writes a pack of drawings. A pack is a line that names the format, the SHA-256 of everything after the digest (32 bytes), the length of
 * the header (4 bytes, big-endian), the header (JSON in UTF-8: side, hands, contents with the lengths of their drawings), and the
 * drawings of the first content by every hand, those of the second, and so on. The same drawings give the same bytes.
 */
public final class DrawingPackWriter {
    private DrawingPackWriter() {}

    /**
     * Writes a pack. The file appears completely or not at all.
     *
     * @param side the width and the height of a drawing in pixels
     * @param drawings gives the pixels of a drawing as {@link DrawingPack#drawing} does; empty if the hand does not draw the content
     * @throws org.stylecodes.error.EnvironmentException if the file cannot be written
     */
    public static void write(
            Path file,
            int side,
            List<Content> contents,
            List<Hand> hands,
            BiFunction<Content, Hand, Optional<int[]>> drawings) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode header = mapper.createObjectNode();
        header.put("side", side);
        ArrayNode handNodes = header.putArray("hands");
        for (Hand hand : hands) {
            handNodes
                    .addObject()
                    .put("id", hand.id())
                    .put("illustrator", hand.illustrator())
                    .put("oneColour", hand.oneColour())
                    .put("heldOut", hand.heldOut())
                    .put("licence", hand.licence())
                    .put("author", hand.author());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ArrayNode contentNodes = header.putArray("contents");
        for (Content content : contents) {
            ObjectNode node = contentNodes.addObject();
            node.put("id", content.id()).put("label", content.label());
            content.synonyms().forEach(node.putArray("synonyms")::add);
            node.put("group", content.group());
            ArrayNode lengths = node.putArray("lengths");
            for (Hand hand : hands) {
                byte[] drawing = drawings.apply(content, hand)
                        .map(argb -> DrawingCodec.encode(argb, side))
                        .orElse(new byte[0]);
                lengths.add(drawing.length);
                body.writeBytes(drawing);
            }
        }
        byte[] head;
        try {
            head = mapper.writeValueAsBytes(header);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible); // the tree is in memory
        }
        int start = DrawingPack.MAGIC.length + 32;
        byte[] pack = ByteBuffer.allocate(start + 4 + head.length + body.size())
                .put(DrawingPack.MAGIC)
                .position(start)
                .putInt(head.length)
                .put(head)
                .put(body.toByteArray())
                .array();
        ByteBuffer out = ByteBuffer.wrap(pack).put(DrawingPack.MAGIC.length, DrawingPack.digest(pack, start));
        AtomicFile.write(file, channel -> {
            while (out.hasRemaining()) {
                channel.write(out);
            }
        });
    }
}
