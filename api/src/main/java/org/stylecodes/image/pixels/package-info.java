/** Samples in memory: reading them from Java2D images, and copying them onto a canvas. */
@NullMarked
package org.stylecodes.image.pixels;

import org.jspecify.annotations.NullMarked;
