/** Measures of how well a model's pictures follow their style and prompt. */
@NullMarked
package org.stylecodes.train.measure;

import org.jspecify.annotations.NullMarked;
