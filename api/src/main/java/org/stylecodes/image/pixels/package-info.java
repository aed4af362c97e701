/** Samples in memory: from Java2D images, on a canvas. */
@NullMarked
package org.stylecodes.image.pixels;

import org.jspecify.annotations.NullMarked;
