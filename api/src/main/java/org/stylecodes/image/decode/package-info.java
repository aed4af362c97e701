/** From the bytes of a picture file to its samples. */
@NullMarked
package org.stylecodes.image.decode;

import org.jspecify.annotations.NullMarked;
