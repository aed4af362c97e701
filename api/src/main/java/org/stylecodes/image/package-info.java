/** Pictures: decoding, resizing as the reference does, PNG with text, contact sheets. Pure Java over byte arrays; nothing here touches LibTorch. */
@NullMarked
package org.stylecodes.image;

import org.jspecify.annotations.NullMarked;
