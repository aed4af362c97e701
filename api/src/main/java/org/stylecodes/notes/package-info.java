/**
 * The notes in picture files about how a picture was made. People and other programs can read them, and this program draws the picture
 * again from them. Pure Java without LibTorch.
 */
@NullMarked
package org.stylecodes.notes;

import org.jspecify.annotations.NullMarked;
