/** The container of WebP files, and alpha; {@code image.vp8} decodes the lossy picture in it. */
@NullMarked
package org.stylecodes.image.webp;

import org.jspecify.annotations.NullMarked;
