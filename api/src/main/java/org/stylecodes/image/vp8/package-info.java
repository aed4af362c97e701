/**
 * Key frames of the video codec VP8, which lossy WebP pictures are (RFC 6386, "VP8 Data Format and Decoding Guide"). Equal to libwebp sample by sample,
 * because a picture's style code depends on its samples; the decoder that Java programs usually take is far from it.
 */
@NullMarked
package org.stylecodes.image.vp8;

import org.jspecify.annotations.NullMarked;
