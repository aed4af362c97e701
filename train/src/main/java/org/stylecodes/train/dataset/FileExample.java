package org.stylecodes.train.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.ReadOptions;

/** A picture in a file of its own. */
record FileExample(String name, String style, Path file, Supplier<Caption> source) implements Example {
    @Override
    public long length() {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    @Override
    public byte[] bytes() {
        int most = ReadOptions.DEFAULT.maxBytes();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new PictureFormatException(name, "is longer than the limit of " + most + " bytes");
            }
            return bytes;
        } catch (IOException failed) {
            throw new PictureFormatException(name, "cannot be read", failed);
        }
    }

    @Override
    public Caption caption() {
        return source.get();
    }

    /** The folder of a name within a data set, which is its style unless an entry says otherwise. Empty if it is in no folder. */
    static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
