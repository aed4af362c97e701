package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The published configurations of Stable Diffusion 1.5 and SigLIP-B/16-224, for files without configurations. */
public final class Published {
    private static final String FILE = "sd15.json";
    private static final JsonNode CONFIGS = read();

    private Published() {}

    /**
     * The published configuration of a part.
     *
     * @throws IllegalArgumentException for {@link Part#STYLE}, which was published without a configuration
     */
    public static Config config(Part part) {
        if (part == Part.STYLE) {
            throw new IllegalArgumentException("the released style checkpoint has no configuration");
        }
        return config(part.folder());
    }

    /** The same as JSON, for a model folder that is to be written. {@code folder} names a part or {@code scheduler}. */
    public static JsonNode json(String folder) {
        return CONFIGS.path(folder).deepCopy();
    }

    /** The noise schedule of Stable Diffusion 1.5. */
    static Config scheduler() {
        return config("scheduler");
    }

    private static Config config(String folder) {
        return Config.of("the published configuration of " + folder, CONFIGS.path(folder));
    }

    private static JsonNode read() {
        try (InputStream resource = Published.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
