package org.stylecodes.studio.gallery;

import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.drawing.Models;

/** The map of the model's styles, drawn when it is first asked for. Thread-safe. */
public final class MapSource {
    private final Models models;
    private @Nullable StyleMap map;

    /** @param models whose styles are to be mapped */
    public MapSource(Models models) {
        this.models = models;
    }

    /**
     * The map.
     *
     * @throws org.stylecodes.studio.drawing.ModelNotReadyException if there is no model yet
     */
    synchronized StyleMap get() {
        if (map == null) {
            map = StyleMap.of(models.get().drawing());
        }
        return map;
    }
}
