/**
 * Pictures of things, drawn by many illustrators: the sources they are rasterised from, and the pack, one file that carries them to
 * where styles are composed of them.
 */
@NullMarked
package org.stylecodes.train.drawing;

import org.jspecify.annotations.NullMarked;
