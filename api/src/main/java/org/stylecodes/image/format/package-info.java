/** What all decoders of picture files share: the formats, numbers in files, ImageIO, and refusals. */
@NullMarked
package org.stylecodes.image.format;

import org.jspecify.annotations.NullMarked;
