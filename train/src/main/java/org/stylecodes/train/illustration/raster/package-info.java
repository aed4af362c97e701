/** Planes and layers of floats, and the operations that painters of illustrations build on. */
@NullMarked
package org.stylecodes.train.illustration.raster;

import org.jspecify.annotations.NullMarked;
