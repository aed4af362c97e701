/** The way from a picture to a code, as training needs it. */
@NullMarked
package org.stylecodes.train.encoding;

import org.jspecify.annotations.NullMarked;
