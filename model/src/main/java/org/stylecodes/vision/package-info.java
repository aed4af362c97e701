/** What all image encoders have in common, and the one that describes a picture by statistics of its textures. */
@NullMarked
package org.stylecodes.vision;

import org.jspecify.annotations.NullMarked;
