/**
 * A decoder of VP8 key frames, which lossy WebP pictures consist of (RFC 6386, "VP8 Data Format and Decoding Guide"). It gives the same
 * samples as libwebp, because a picture's style code depends on its samples. The decoder that Java programs usually use differs widely.
 */
@NullMarked
package org.stylecodes.image.vp8;

import org.jspecify.annotations.NullMarked;
