/** The chunks of PNG files and the texts in them. */
@NullMarked
package org.stylecodes.image.png;

import org.jspecify.annotations.NullMarked;
