/** Palettes, and colours in the perceptual space OKLab. */
@NullMarked
package org.stylecodes.train.illustration.colour;

import org.jspecify.annotations.NullMarked;
