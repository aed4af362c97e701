package org.stylecodes.format;

import java.util.Map;
import java.util.Optional;

/** Maps the names of one part in a single-file checkpoint to those of diffusers. The names do not have the prefix of the part. */
@FunctionalInterface
interface SingleFileNames {
    /** The name in diffusers, or nothing if the name is unknown. */
    Optional<String> canonical(String name);

    /** Replaces everything in a name before its last dot. Returns nothing if {@code layers} does not have that layer. */
    static Optional<String> renamed(Map<String, String> layers, String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(layers.get(name.substring(0, dot))).map(layer -> layer + name.substring(dot));
    }
}
