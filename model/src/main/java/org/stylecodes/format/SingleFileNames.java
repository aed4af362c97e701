package org.stylecodes.format;

import java.util.Map;
import java.util.Optional;

/** The names of one part in a single-file checkpoint, without the prefix of the part. */
@FunctionalInterface
interface SingleFileNames {
    /** The name in diffusers, or nothing for one that is not known. */
    Optional<String> canonical(String name);

    /** Replaces all of a name but its last member. */
    static Optional<String> renamed(Map<String, String> layers, String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(layers.get(name.substring(0, dot))).map(layer -> layer + name.substring(dot));
    }
}
