/** What all decoders of picture files share: formats, numbers in files, access to ImageIO, and the exception. */
@NullMarked
package org.stylecodes.image.format;

import org.jspecify.annotations.NullMarked;
