/** What a picture file says about how the picture was made, for people, for other programs, and to draw it again. Pure Java; nothing here touches LibTorch. */
@NullMarked
package org.stylecodes.notes;

import org.jspecify.annotations.NullMarked;
