package org.stylecodes.train.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Resize;
import org.stylecodes.train.dataset.Example;

/** Small copies of pictures as data URIs. Thread-safe. */
final class Thumbnails {
    private static final int SIDE = 112; // in pixels, of the longer side

    private final Map<Example, String> uris;

    private Thumbnails(Map<Example, String> uris) {
        this.uris = uris;
    }

    /** Makes the thumbnails of all examples in parallel. A picture that cannot be read any more has none. */
    static Thumbnails of(List<Example> examples) {
        PictureLoader loader = new PictureLoader();
        Map<Example, String> uris = new ConcurrentHashMap<>();
        examples.stream().distinct().toList().parallelStream().forEach(example -> {
            try {
                uris.put(example, loader.load(example, (bytes, picture) -> uri(picture)));
            } catch (PictureFormatException | EnvironmentException changed) {
                uris.remove(example);
            }
        });
        return new Thumbnails(uris);
    }

    /** The thumbnail of an example as a URI. */
    Optional<String> uri(Example example) {
        return Optional.ofNullable(uris.get(example));
    }

    private static String uri(Picture picture) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.width(), picture.height()));
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageIO.write(Resize.bicubic(picture, width, height).toImage(), "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the stream is in memory
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }
}
