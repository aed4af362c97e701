/** Encoding of pictures to codes, as training needs it. */
@NullMarked
package org.stylecodes.train.encoding;

import org.jspecify.annotations.NullMarked;
