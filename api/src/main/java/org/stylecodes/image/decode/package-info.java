/** Decoding of picture files to samples. */
@NullMarked
package org.stylecodes.image.decode;

import org.jspecify.annotations.NullMarked;
