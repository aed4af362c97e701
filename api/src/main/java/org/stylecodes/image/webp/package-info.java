/** The container of WebP files, and their alpha channel. {@code image.vp8} decodes the lossy pictures in it. */
@NullMarked
package org.stylecodes.image.webp;

import org.jspecify.annotations.NullMarked;
