package org.stylecodes.studio.store;

import java.util.UUID;
import org.stylecodes.code.StyleCode;

/**
 * The code of a style that is kept.
 *
 * @param style the id of the style
 */
public record KeptCode(UUID style, StyleCode code) {}
