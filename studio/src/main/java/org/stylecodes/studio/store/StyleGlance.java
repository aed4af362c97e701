package org.stylecodes.studio.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;

/**
 * As much of a style as somebody needs who looks at the whole gallery.
 *
 * @param picture what stands for the style: its reference, or else a sample; null while there is neither
 */
public record StyleGlance(
        UUID id, StyleCode code, String name, @Nullable PictureInfo picture) {}
