/** Image encoders, and the convolutional one, which describes a picture by statistics of its textures. */
@NullMarked
package org.stylecodes.vision;

import org.jspecify.annotations.NullMarked;
