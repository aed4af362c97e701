/** Checks a data set before training, and reports what training would meet. */
@NullMarked
package org.stylecodes.train.check;

import org.jspecify.annotations.NullMarked;
