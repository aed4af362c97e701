/** Pictures with captions, grouped by style, and their latents. */
@NullMarked
package org.stylecodes.train.data;

import org.jspecify.annotations.NullMarked;
